export { RelationshipModule } from './relationship.module';
export { RELATIONSHIP_SCHEMAS } from './relationship.schemas';
