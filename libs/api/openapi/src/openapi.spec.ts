import { Body, Controller, Delete, Get, HttpCode, Module, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import {
  Answers,
  AnswersNothing,
  completeDocument,
  describeParams,
  INSTANT,
  listOf,
  nullable,
  oneOf,
  optional,
  refTo,
  SHARED_SCHEMAS,
  shapeOf,
  TEXT,
} from './index';

const IsOdd = () => ValidateBy({ name: 'isOdd', validator: { validate: () => true } });
const IsUnnamed = () => ValidateBy({ name: 'isUnnamed', validator: { validate: () => true } });

class ThingParams {
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit: number = 25;

  @IsOptional()
  @IsOdd()
  readonly odd?: string;
}

class MoreThingParams extends ThingParams {
  @IsUnnamed()
  readonly text!: string;
}

class ThingBody {
  @MaxLength(5)
  readonly name!: string;
}

interface ThingView {
  readonly name: string;
  readonly at?: string;
  readonly kind: 'a' | 'b' | null;
}

const BOOK = {
  ThingView: shapeOf<ThingView>({ name: TEXT, at: optional(INSTANT), kind: nullable(oneOf(['a', 'b'])) }),
};

@Controller('things')
class ThingsController {
  @Get()
  @Answers(listOf(refTo('ThingView')), { also: { 'text/event-stream': TEXT } })
  list(@Query() _params: MoreThingParams): readonly ThingView[] {
    return [];
  }

  @Post()
  @Answers(refTo('ThingView'), { status: 201 })
  add(@Body() body: ThingBody): ThingView {
    return { name: body.name, kind: null };
  }

  @Delete()
  @HttpCode(204)
  @AnswersNothing()
  remove(): void {}
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

let app: NestFastifyApplication;
let document: OpenAPIObject;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(ThingsModule, new FastifyAdapter(), { logger: false });
  describeParams({ isOdd: { type: 'string', description: 'Odd.' } });
  document = completeDocument(SwaggerModule.createDocument(app, new DocumentBuilder().build()), [SHARED_SCHEMAS, BOOK]);
});
afterAll(() => app.close());

const responsesOf = (method: 'get' | 'post' | 'delete') => document.paths['/things']?.[method]?.responses as object;

describe('the document', () => {
  it('says of each parameter what its rules check, inherited ones too', () => {
    expect(document.paths['/things']?.get?.parameters).toEqual([
      expect.objectContaining({
        name: 'limit',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 200, default: 25 },
      }),
      expect.objectContaining({ name: 'odd', required: false, schema: { type: 'string' }, description: 'Odd.' }),
      expect.objectContaining({ name: 'text', required: true, schema: { type: 'string' } }),
    ]);
  });

  it('says of each body what its rules check', () => {
    expect(document.components?.schemas?.['ThingBody']).toEqual({
      type: 'object',
      properties: { name: { type: 'string', maxLength: 5 } },
      required: ['name'],
    });
  });

  it('names what each route answers, in every media type', () => {
    expect(responsesOf('get')).toHaveProperty(
      ['200', 'content', 'application/json', 'schema', 'items', '$ref'],
      '#/components/schemas/ThingView',
    );
    expect(responsesOf('get')).toHaveProperty(['200', 'content', 'text/event-stream', 'schema'], TEXT);
    expect(responsesOf('post')).toHaveProperty(
      ['201', 'content', 'application/json', 'schema', '$ref'],
      '#/components/schemas/ThingView',
    );
    expect(responsesOf('delete')).toHaveProperty('204');
    expect(document.components?.schemas?.['ThingView']).toEqual({
      type: 'object',
      properties: { name: { type: 'string' }, at: INSTANT, kind: { type: 'string', enum: ['a', 'b'], nullable: true } },
      required: ['name', 'kind'],
    });
  });

  it.each(['get', 'post', 'delete'] as const)('gives %s the problem document for every failure', (method) => {
    for (const status of ['400', '401', '403', '404', 'default']) {
      expect(responsesOf(method)).toHaveProperty(
        [status, 'content', 'application/problem+json', 'schema', '$ref'],
        '#/components/schemas/Problem',
      );
    }
    expect(document.components?.schemas).toHaveProperty('Problem.properties.code.enum');
  });
});
