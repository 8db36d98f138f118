/** The shapes of data/templates.json and data/check-items.json, as far as a definition is made of them. */
import type { Duration, Roll } from '../calendar/duration';
import type { DutyKind } from '../obligation/obligation';
import type { PostRef } from '../directory/posts';
import type { ExtensionRules, StepUse } from './rectification';
import type {
  Activity,
  CheckItem,
  Duties,
  HandlingLimit,
  Lean,
  Letter,
  StageDefinition,
  StageKind,
  TemplateDefinition,
  VoteDefinition,
} from './template.definition';

export interface TemplateFileAspect {
  readonly from: string;
  readonly code: string;
  readonly owner: PostRef;
  readonly lead: PostRef;
  readonly onlyLean?: Lean;
  readonly onlyItems?: readonly string[];
}

export interface TemplateFileStage extends Pick<StageDefinition, 'kind' | 'lag' | 'approvals'> {
  readonly length: Duration & { readonly after?: StageKind };
}

type Untouched = 'slug' | 'prefix' | 'title' | 'titleEn' | 'origin' | 'basis' | 'sources' | 'sourcesSince';

interface TemplateFileEntry extends Pick<TemplateDefinition, Untouched | 'reports' | 'publicNotice'> {
  readonly aspects: readonly TemplateFileAspect[];
  readonly stages: readonly TemplateFileStage[];
  readonly activities: readonly Activity[];
  readonly letters: readonly string[];
}

export interface TemplateFile {
  readonly shared: {
    readonly launch: Pick<TemplateDefinition, 'leadingGroup'>;
    readonly duties: Duties & { readonly distinct: DutyKind[][]; readonly mayCoincide: DutyKind[][] };
    readonly handlingLimits: { readonly roll: Roll; readonly countFrom: string } & {
      readonly [kind: string]: HandlingLimit | Roll | string;
    };
    readonly fixTypes: TemplateDefinition['fixTypes'];
    readonly extension: ExtensionRules;
    readonly return: { readonly offered: readonly (Duration | 'goesOn')[] };
    readonly onSiteCheck: { readonly default: StepUse };
    readonly publicNotice: { readonly length: Duration };
    readonly sampling: { readonly share: number; readonly atLeast: number };
    readonly planChain: TemplateDefinition['planChain'];
    readonly vote: VoteDefinition;
    readonly ladders: TemplateDefinition['ladders'];
    readonly sendWindow: TemplateDefinition['sendWindow'];
    readonly letters: { readonly [kind: string]: Omit<Letter, 'kind'> };
  };
  readonly stageKinds: {
    readonly [kind in StageKind]: Pick<StageDefinition, 'opens' | 'exit'> & {
      readonly vacuousWhenNoProblem?: true;
    };
  };
  readonly templates: readonly TemplateFileEntry[];
}

export type FileItem = Omit<CheckItem, 'clue' | 'minimumEvidence'> & {
  readonly clue?: true;
  readonly minimumEvidence: string | null;
};

export interface ItemFile {
  readonly itemLists: readonly {
    readonly slug: string;
    readonly aspects: readonly {
      readonly code: string;
      readonly name: string;
      readonly items: readonly FileItem[];
    }[];
  }[];
}
