namespace Webhooks.Tests.Client.Reconciling;

/// <summary>A request as a transport got it.</summary>
internal sealed record SentRequest(string Verb, string Target, string Body);
