namespace Webhooks.Tests.Injection;

/// <summary>What is wrong with a case that was drawn.</summary>
internal sealed class PropertyException(string message) : Exception(message);
