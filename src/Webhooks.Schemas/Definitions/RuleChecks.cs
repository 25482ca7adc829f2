using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Definitions;

/// <summary>What can be told of x-kubernetes-validations without compiling them.</summary>
internal static class RuleChecks
{
    private static readonly string[] Reasons = [CauseReason.Duplicate, CauseReason.Forbidden, CauseReason.Invalid, CauseReason.Required];

    public static IEnumerable<StatusCause> Run(Schema schema, FieldPlace place)
    {
        foreach ((int index, JsonValue rule) in schema.Extensions.Validations.Items().Index())
        {
            foreach (StatusCause cause in Check(schema, rule, place.Item(index)))
            {
                yield return cause;
            }
        }
    }

    private static IEnumerable<StatusCause> Check(Schema schema, JsonValue rule, FieldPlace place)
    {
        string text = (rule["rule"u8].AsString() ?? "").Trim();
        string message = rule["message"u8].AsString() ?? "";
        string at = place.Member("message").ToString();
        if (text.Length == 0)
        {
            yield return FieldError.Required(place.Member("rule").ToString(), "rule is not specified");
        }
        else if (message.Length > 0 && message.Trim().Length == 0)
        {
            yield return FieldError.Invalid(at, message, "must be non-empty if specified");
        }
        else if (HasLineBreak(message.Trim()))
        {
            yield return FieldError.Invalid(at, message, "must not contain line breaks");
        }
        else if (HasLineBreak(text) && message.Length == 0)
        {
            yield return FieldError.Required(at, "message must be specified if rule contains line breaks");
        }

        if (rule["messageExpression"u8].AsString() is { Length: > 0 } expression && expression.Trim().Length == 0)
        {
            yield return FieldError.Required(place.Member("messageExpression").ToString(), "messageExpression must be non-empty if specified");
        }

        if (rule["reason"u8].AsString() is { } reason && !Reasons.Contains(reason))
        {
            yield return FieldError.NotSupported(place.Member("reason").ToString(), reason, Reasons);
        }

        if (rule["fieldPath"u8].AsString() is { Length: > 0 } path)
        {
            foreach (string problem in PathProblems(schema, path))
            {
                yield return FieldError.Invalid(place.Member("fieldPath").ToString(), path, problem);
            }
        }
    }

    private static IEnumerable<string> PathProblems(Schema schema, string path)
    {
        if (path.Trim().Length == 0)
        {
            yield return "must be non-empty if specified";
        }

        if (HasLineBreak(path))
        {
            yield return "must not contain line breaks";
        }

        if (SchemaFieldPath.Follow(path, schema, takesSubscripts: true).Problem != null)
        {
            yield return "must be a valid path";
        }
    }

    private static bool HasLineBreak(string text) => text.AsSpan().ContainsAny('\n', '\r');
}
