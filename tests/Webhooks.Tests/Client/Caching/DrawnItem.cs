namespace Webhooks.Tests.Client.Caching;

internal sealed record DrawnItem(int Key, int Value);
