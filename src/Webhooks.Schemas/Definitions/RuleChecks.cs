using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Rules;

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

    /// <summary>What is wrong with the use of oldSelf in rules that compile; of one that does not, something else is.</summary>
    /// <param name="schema">The schema that has the rules.</param>
    /// <param name="uncorrelated">Inside of what its values can't be told apart; <c>null</c>: they can.</param>
    /// <param name="place">The path of the rules.</param>
    public static IEnumerable<StatusCause> OldSelf(Schema schema, FieldPlace? uncorrelated, FieldPlace place)
    {
        const string Name = "oldSelf";
        foreach ((int index, JsonValue rule) in schema.Extensions.Validations.Items().Index())
        {
            string text = rule["rule"u8].AsString() ?? "";
            JsonValue isOptional = rule["optionalOldSelf"u8];
            if (uncorrelated != null && RuleText.Names(text, Name))
            {
                yield return FieldError.Invalid(
                    place.Item(index).Member("rule").ToString(), text, $"oldSelf cannot be used on the uncorrelatable portion of the schema within {uncorrelated}");
            }
            else if (!isOptional.IsAbsent && !text.Contains(Name, StringComparison.Ordinal))
            {
                yield return FieldError.Invalid(
                    place.Item(index).Member("optionalOldSelf").ToString(), isOptional.Kind == JsonKind.True, "may not be set if oldSelf is not used in rule");
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

        if (StructuralPatterns.CanBeStructural(schema) && SchemaFieldPath.Follow(path, schema, takesSubscripts: true).Problem != null)
        {
            yield return "must be a valid path";
        }
    }

    private static bool HasLineBreak(string text) => text.AsSpan().ContainsAny('\n', '\r');
}
