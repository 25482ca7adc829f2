using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Answers;

/// <summary>Finds the form of an answer in the <c>Accept</c> header, as an API server does.</summary>
/// <remarks>Protobuf is never answered: a client that takes JSON too gets that.</remarks>
internal static class MediaTypes
{
    private const string Offered = "application/json, application/yaml, application/vnd.kubernetes.protobuf";
    private const string Watched = ", application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch";
    private static readonly string[] Routed = ["*/*", "application/json", "application/yaml", "application/vnd.kubernetes.protobuf"];

    /// <summary>The form that was asked for.</summary>
    /// <param name="accept">The header; empty for none, which takes anything.</param>
    /// <param name="isCustom">Whether the resource is custom: no router is before it then.</param>
    /// <param name="isCollection">Whether a list or watch was asked for, which offers more.</param>
    /// <exception cref="StatusException">Nothing that is asked for can be given: 406.</exception>
    public static Representation Choose(string accept, bool isCustom, bool isCollection)
    {
        if (accept is "" or "application/json")
        {
            return Representation.Json;
        }

        if (!isCustom && !accept.Split(',').Any(type => Routed.Contains(type.Split(';')[0].Trim(' '))))
        {
            // The router of built-in resources knows no ranges but one, and no case.
            throw new StatusException(Status.NotAcceptable("406: Not Acceptable\n\nAvailable representations: " + Offered + (isCollection ? Watched : "")));
        }

        foreach (AcceptClause clause in AcceptClause.Read(accept))
        {
            if (Match(clause, isYaml: false) is { } json)
            {
                return json;
            }

            if (Match(clause, isYaml: true) is { } yaml)
            {
                return yaml;
            }
        }

        throw new StatusException(Status.NotAcceptable("only the following media types are accepted: " + Offered) with { Details = null });
    }

    private static Representation? Match(AcceptClause clause, bool isYaml)
    {
        bool isMeant = clause is { Type: "*", SubType: "*" }
            || (clause.Type == "application" && (clause.SubType == "*" || clause.SubType == (isYaml ? "yaml" : "json")));
        bool isPossible = clause.Parameter("stream") is "" || (clause.Parameter("stream") == "watch" && !isYaml);
        if (!isMeant || !isPossible || clause.Parameter("sv") is not ("" or "v1"))
        {
            return null;
        }

        bool isPretty = clause.Parameter("pretty") == "1";
        if (!clause.Parameters.ContainsKey("as") && !clause.Parameters.ContainsKey("g") && !clause.Parameters.ContainsKey("v"))
        {
            return new Representation(AnswerForm.Object, "v1", isYaml, isPretty);
        }

        AnswerForm? form = clause.Parameter("as") switch
        {
            "Table" => AnswerForm.Table,
            "PartialObjectMetadata" => AnswerForm.Metadata,
            "PartialObjectMetadataList" => AnswerForm.MetadataList,
            _ => null,
        };
        return form is { } known && clause.Parameter("g") == "meta.k8s.io" && clause.Parameter("v") is "v1" or "v1beta1"
            ? new Representation(known, clause.Parameter("v"), isYaml, isPretty)
            : null;
    }
}
