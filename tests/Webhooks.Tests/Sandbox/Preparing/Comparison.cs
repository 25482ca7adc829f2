using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Validation;

namespace Webhooks.Tests.Sandbox.Preparing;

/// <summary>Compares objects and Statuses with recorded ones.</summary>
internal static class Comparison
{
    private static readonly string[] Given = ["uid", "resourceVersion", "creationTimestamp"];

    /// <summary>The object with members sorted, without what the server gives every object.</summary>
    public static string Bare(JsonValue value)
    {
        JsonDraft draft = new(value);
        foreach (string member in Given)
        {
            draft.Find("metadata")?.Remove(member);
        }

        return Webhooks.Schemas.Decoding.UntypedForm.Of(draft.Freeze()).ToString();
    }

    /// <summary>The message, and the causes sorted, as the order of both is chance.</summary>
    public static string Bare(Status status)
    {
        string[] causes = [.. (status.Details?.Causes ?? []).Select(cause => $"{cause.Field}|{cause.Reason}|{cause.Message}").Order(StringComparer.Ordinal)];
        const string Several = "is invalid: [";
        int list = status.Message.IndexOf(Several, StringComparison.Ordinal);
        string message = causes.Length > 1 && list >= 0 ? status.Message[..(list + Several.Length)] : status.Message;
        return $"{status.Code} {status.Reason} {message}\n{string.Join('\n', causes)}";
    }

    /// <summary>The recorded Status in that form.</summary>
    public static string BareStatus(JsonValue answer) => Bare(Status.Read(answer) ?? throw new ArgumentException("no Status", nameof(answer)));

    /// <summary>Refuses an object that something is wrong with.</summary>
    /// <exception cref="StatusException">Something is.</exception>
    public static void Require(ApiResource resource, JsonValue value, IReadOnlyList<StatusCause> causes)
    {
        if (causes.Count > 0)
        {
            throw new StatusException(Status.Invalid(
                ObjectValidation.NamedKind(resource, value), value["metadata"u8]["name"u8].AsString() ?? "", causes));
        }
    }

    /// <summary>A draft of the object with that member of its metadata.</summary>
    public static JsonValue With(JsonValue value, string member, string text)
    {
        JsonDraft draft = new(value);
        draft.Child("metadata").SetText(member, text);
        return draft.Freeze(JsonPolicy.Server);
    }
}
