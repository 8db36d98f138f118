import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The document is made once, behind the routes it describes. */
@Injectable()
export class OpenApi {
  private made: OpenAPIObject | undefined;

  set document(document: OpenAPIObject) {
    this.made = document;
  }

  get document(): OpenAPIObject {
    if (!this.made) throw new Error('the OpenAPI document is made when the application starts');
    return this.made;
  }
}
