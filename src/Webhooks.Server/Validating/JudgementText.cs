using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Yaml;
using Webhooks.Schemas;

namespace Webhooks.Server.Validating;

/// <summary>Says of objects what kubectl would, with the place in the file before it.</summary>
internal static class JudgementText
{
    /// <summary>The lines about an object: one, or one more for each of several causes, in the order of the file.</summary>
    public static string Of(Judgement judgement) => judgement.Verdict switch
    {
        SchemaAnswer.Valid => At(judgement.Source, judgement.Source.PositionOf(""), $"{Title(judgement.Source)} is valid"),
        SchemaAnswer.Unknown => At(judgement.Source, PlaceOfDoubt(judgement), $"{Title(judgement.Source)} may be valid: {judgement.Doubt}"),
        _ => Refusal(judgement.Source, judgement.Refusal!),
    };

    /// <summary>What the server warns of, a line each.</summary>
    public static IEnumerable<string> Warnings(Judgement judgement) =>
        judgement.Warnings.Select(warning => judgement.Source.Document.At(JudgedPlaces.Of(judgement.Source, warning), $"Warning: {warning}"));

    private static YamlPosition PlaceOfDoubt(Judgement judgement) =>
        judgement.Refusal is { } refusal ? JudgedPlaces.Of(judgement.Source, refusal) : judgement.Source.PositionOf("");

    private static string Refusal(SourceObject source, Status refusal)
    {
        (YamlPosition Position, string Text)[] causes =
        [
            .. (refusal.Details?.Causes ?? []).Select(cause => (JudgedPlaces.Of(source, cause), cause.ToString()))
                .OrderBy(cause => cause.Item1.Line).ThenBy(cause => cause.Item1.Column).ThenBy(cause => cause.Item2, StringComparer.Ordinal),
        ];
        if (refusal.Reason != StatusReason.Invalid || causes.Length == 0)
        {
            YamlPosition position = causes.Length > 0 ? causes[0].Position : JudgedPlaces.Of(source, refusal.Message);
            string reason = refusal.Reason == StatusReason.Unknown ? "" : $" ({refusal.Reason})";
            return At(source, position, $"Error from server{reason}: {refusal.Message}");
        }

        string subject = $"The {refusal.Details!.Kind} {GoString.Quote(refusal.Details.Name)} is invalid:";
        if (causes.Length == 1)
        {
            return At(source, causes[0].Position, $"{subject} {causes[0].Text}");
        }

        StringBuilder text = new(At(source, source.PositionOf(""), subject));
        foreach ((YamlPosition position, string cause) in causes)
        {
            text.Append("* ").Append(At(source, position, cause));
        }

        return text.ToString();
    }

    /// <summary><c>user.users.example.com/alice</c>, as kubectl names what it has done something with.</summary>
    private static string Title(SourceObject source)
    {
        string group = source.Kind.Group.Length == 0 ? "" : $".{source.Kind.Group}";
        return $"{source.Kind.Kind.ToLowerInvariant()}{group}/{(source.Name.Length > 0 ? source.Name : "(generated name)")}";
    }

    private static string At(SourceObject source, YamlPosition position, string text) => source.Document.At(position, text) + "\n";
}
