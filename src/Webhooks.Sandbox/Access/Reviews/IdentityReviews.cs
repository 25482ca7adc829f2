using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Access.Authentication;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Access.Reviews;

/// <summary>Answers the reviews that ask who somebody is.</summary>
internal static class IdentityReviews
{
    private const string Group = "authentication.k8s.io";

    /// <summary>The SelfSubjectReview of a caller.</summary>
    public static JsonValue AnswerSelf(Caller caller, DateTimeOffset now)
    {
        JsonValue metadata = JsonLists.Document(writer =>
        {
            writer.StartObject();
            writer.WriteText("creationTimestamp", GoTime.Write(now));
            writer.EndObject();
        });
        return ReviewJson.Document("SelfSubjectReview", Group, metadata, writer =>
        {
            writer.WriteName("status");
            writer.StartObject();
            writer.WriteName("userInfo");
            CallerJson.Write(writer, caller);
            writer.EndObject();
        });
    }

    /// <summary>The TokenReview of a token.</summary>
    /// <param name="authenticator">Who knows tokens.</param>
    /// <param name="spec">The token, and what it must be meant for.</param>
    /// <param name="metadata">Repeated in the answer.</param>
    /// <exception cref="StatusException">There is no token: 400.</exception>
    public static JsonValue AnswerToken(Authenticator authenticator, JsonValue spec, JsonValue metadata)
    {
        string token = spec["token"u8].AsString() ?? "";
        if (token.Length == 0)
        {
            throw new StatusException(Status.BadRequest("token is required for TokenReview in authentication"));
        }

        ImmutableArray<string> audiences = [.. spec["audiences"u8].Items().Select(item => item.AsString() ?? "")];
        TokenVerdict verdict = Verify(authenticator, token, audiences);
        return ReviewJson.Document("TokenReview", Group, metadata, writer =>
        {
            writer.WriteName("spec");
            writer.StartObject();
            writer.WriteText("token", token);
            writer.WriteStringsIfAny("audiences", audiences);
            writer.EndObject();
            writer.WriteName("status");
            Write(writer, verdict);
        });
    }

    // The API server reads the token as that of a header: white space ends it.
    private static TokenVerdict Verify(Authenticator authenticator, string token, ImmutableArray<string> audiences) =>
        BearerToken.Read($"Bearer {token}") is { } read ? authenticator.Verify(read, audiences) : new TokenVerdict(null, [], "");

    private static void Write(JsonWriter writer, TokenVerdict verdict)
    {
        writer.StartObject();
        if (verdict.Caller != null)
        {
            writer.WriteName("authenticated");
            writer.WriteBool(true);
        }

        writer.WriteName("user");
        CallerJson.Write(writer, verdict.Caller);
        writer.WriteStringsIfAny("audiences", verdict.Audiences);
        writer.WriteTextIfAny("error", verdict.Problem);
        writer.EndObject();
    }
}
