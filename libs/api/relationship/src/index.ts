export { RelationshipModule } from './relationship.module';
export { RELATIONSHIP_RULE_SCHEMAS, RELATIONSHIP_SCHEMAS } from './relationship.schemas';
