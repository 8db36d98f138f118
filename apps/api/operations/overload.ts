import { v7 as uuidv7 } from 'uuid';
import { refused, type ProblemError } from '../errors/problem';
import type { Log } from '../infrastructure/log';

/** One time of falling behind: the number that its answers carry and the log tells, and how many there were. */
interface Behind {
  readonly instance: string;
  count: number;
}

/** The log is told when a process falls behind and when it keeps up again: a line for each refused would be a flood. */
export class Overload {
  private behind: Behind | null = null;

  constructor(private readonly log: Pick<Log, 'keeps' | 'warn'>) {}

  look(isBehind: boolean): void {
    if (isBehind && this.behind === null) {
      this.behind = { instance: `urn:uuid:${uuidv7()}`, count: 0 };
      this.log.warn('requests are put off', { code: 'OVERLOADED', instance: this.behind.instance });
    } else if (!isBehind && this.behind !== null) {
      this.log.warn('keeps up again', { code: 'OVERLOADED', ...this.behind });
      this.behind = null;
    }
  }

  /** Null while the process keeps up. */
  refuse(): ProblemError | null {
    if (this.behind === null) return null;
    this.behind.count += 1;
    const { instance } = this.behind;
    // As for any fault: a number that no log has is given to nobody.
    return refused('OVERLOADED', { isTold: true, ...(this.log.keeps('warn') ? { instance } : {}) });
  }
}
