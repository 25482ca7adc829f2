using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Merging;

/// <summary>A container of the working copy and where it stands in the document.</summary>
/// <param name="Draft">The object or array.</param>
/// <param name="Pointer">Its path.</param>
/// <param name="IsFresh">True for what an operation of the patch brings: changes inside it need none of their own.</param>
internal sealed record Place(JsonDraft Draft, JsonPointer Pointer, bool IsFresh);
