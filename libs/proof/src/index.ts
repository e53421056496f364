export { canonicalBytes, canonicalJson, isCanonical, type Json } from './canonical.js';
export {
  digestOf,
  makeDisclosure,
  readDisclosure,
  sortDigests,
  type Disclosure,
  type SealedDisclosure,
} from './disclosure.js';
export { ProofError, type ProofErrorCode } from './errors.js';
export { emptyRoot, HASH_BYTES, leafHash, nodeHash } from './tree-hash.js';
export { completedNodes, consistencyProof, inclusionProof, rootOf, type NodeReader, type TreeNode } from './tree.js';
export { verifyConsistency, verifyInclusion, type ConsistencyClaim, type InclusionClaim } from './verify-tree.js';
