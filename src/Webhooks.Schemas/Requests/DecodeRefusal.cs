using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Schemas.Requests;

/// <summary>What a client is told whose body an API server can't read, or does not want: 400, in its words.</summary>
public static class DecodeRefusal
{
    /// <summary>The body is no such object.</summary>
    /// <param name="problem">Why not.</param>
    /// <param name="said">The kind that the body names; without a name where it can't be told.</param>
    /// <param name="wanted">The kind that the path asks for.</param>
    /// <param name="body">The body.</param>
    public static Status Of(DecodeException problem, GroupVersionKind said, string wanted, ReadOnlySpan<byte> body) =>
        Status.BadRequest(string.IsNullOrEmpty(said.Kind)
            ? $"the object provided is unrecognized (must be of type {wanted}): {problem.Message} ({BodySummary.Of(body)})"
            : $"{said.Kind} in version {GoString.Quote(said.Version)} cannot be handled as a {wanted}: {problem.Message}");

    /// <summary>The body is of another version than the path.</summary>
    public static Status OtherVersion(GroupVersion said, string wanted) =>
        Status.BadRequest($"the API version in the data ({said}) does not match the expected API version ({wanted})");

    /// <summary>What is wrong with a strict request that has members which are unknown or stand there twice.</summary>
    public static DecodeException Strict(IEnumerable<string> findings) => new("strict decoding error: " + string.Join(", ", findings));

    /// <summary>The same findings as warnings. A strict reading of YAML finds all in one error of several lines, each of which is one.</summary>
    public static IReadOnlyList<string> Warnings(IEnumerable<string> findings) =>
        [.. findings.SelectMany(finding => finding.StartsWith("error converting", StringComparison.Ordinal)
            ? finding.Split('\n').Skip(1).Select(line => line.Trim())
            : [finding])];
}
