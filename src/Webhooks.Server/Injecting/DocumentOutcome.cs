using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Injecting;

/// <summary>What became of one document.</summary>
/// <param name="Document">The document as it came.</param>
/// <param name="Before">What the patch is for: the document's value, or the object of an AdmissionReview; missing for none.</param>
/// <param name="Patch">What changes in it.</param>
/// <param name="Result">What stands in the document's place now; missing when all of it was denied.</param>
/// <param name="IsAsItCame">True when the document is printed as the bytes that came.</param>
/// <param name="Decisions">What was decided about its objects, in their order.</param>
internal sealed record DocumentOutcome(
    SourceDocument Document, JsonValue Before, JsonPatch Patch, JsonValue Result, bool IsAsItCame, IReadOnlyList<ObjectDecision> Decisions)
{
    /// <summary>A document that is passed through.</summary>
    public static DocumentOutcome Passed(SourceDocument document, params IReadOnlyList<ObjectDecision> decisions)
    {
        JsonValue root = document.Content?.Root ?? default;
        return new DocumentOutcome(document, root, JsonPatch.Empty, root, IsAsItCame: true, decisions);
    }
}
