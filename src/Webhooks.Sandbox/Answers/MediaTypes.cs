using System.Globalization;
using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Answers;

/// <summary>Finds the form of an answer in the <c>Accept</c> header, as an API server does.</summary>
/// <remarks>Protobuf is never answered: a client that takes JSON too gets that.</remarks>
internal static class MediaTypes
{
    private const string Offered = "application/json, application/yaml, application/vnd.kubernetes.protobuf";
    private const string Watched = ", application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch";

    /// <summary>The form that was asked for.</summary>
    /// <param name="accept">The header; empty for none, which takes anything.</param>
    /// <param name="isCustom">Whether the resource is custom: the refusal is worded otherwise.</param>
    /// <param name="isCollection">Whether a list or watch was asked for, which offers more.</param>
    /// <exception cref="StatusException">Nothing that is asked for can be given: 406.</exception>
    public static Representation Choose(string accept, bool isCustom, bool isCollection)
    {
        if (accept.Length == 0)
        {
            return Representation.Json;
        }

        MediaRange[] ranges = [.. accept.Split(',').Select(MediaRange.Parse).OrderByDescending(range => range.Quality)];
        foreach (MediaRange range in ranges)
        {
            if (Match(range) is { } found)
            {
                return found;
            }
        }

        bool isKnown = ranges.Any(range => range.Type is "application/json" or "application/yaml" or "application/vnd.kubernetes.protobuf" or "*/*" or "application/*");
        throw new StatusException(isCustom || isKnown
            ? Status.NotAcceptable("only the following media types are accepted: " + Offered) with { Details = null }
            : Status.NotAcceptable("406: Not Acceptable\n\nAvailable representations: " + Offered + (isCollection ? Watched : "")));
    }

    private static Representation? Match(MediaRange range)
    {
        bool isJson = range.Type is "application/json" or "*/*" or "application/*";
        if (!isJson && range.Type != "application/yaml")
        {
            return null;
        }

        if (range.Transform.Length == 0)
        {
            return new Representation(AnswerForm.Object, "v1", !isJson);
        }

        AnswerForm? form = range.Transform switch
        {
            "Table" => AnswerForm.Table,
            "PartialObjectMetadata" => AnswerForm.Metadata,
            "PartialObjectMetadataList" => AnswerForm.MetadataList,
            _ => null,
        };
        return form is { } known && range.Group == "meta.k8s.io" && range.Version is "v1" or "v1beta1"
            ? new Representation(known, range.Version, !isJson)
            : null;
    }

    /// <summary>One clause of the header.</summary>
    internal readonly record struct MediaRange(string Type, double Quality, string Transform, string Group, string Version)
    {
        /// <summary>Reads a clause; parameters that are not known are disregarded.</summary>
        public static MediaRange Parse(string clause)
        {
            string[] parts = clause.Split(';', StringSplitOptions.TrimEntries);
            MediaRange range = new(parts[0].ToLowerInvariant(), 1, "", "", "");
            foreach (string part in parts.Skip(1))
            {
                int equals = part.IndexOf('=', StringComparison.Ordinal);
                string value = equals < 0 ? "" : part[(equals + 1)..];
                range = (equals < 0 ? part : part[..equals]) switch
                {
                    "q" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double quality) => range with { Quality = quality },
                    "as" => range with { Transform = value },
                    "g" => range with { Group = value },
                    "v" => range with { Version = value },
                    _ => range,
                };
            }

            return range;
        }
    }
}
