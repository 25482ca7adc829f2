namespace Webhooks.Resources.Names;

/// <summary>Numbers of ports: 1 to 65535.</summary>
public static class PortNumber
{
    /// <summary>What is wrong with <paramref name="value"/> as a port's number, worded as <c>validation.IsValidPortNum</c>; empty when it is one.</summary>
    public static IReadOnlyList<string> Problems(long value) =>
        value is >= 1 and <= 65535 ? [] : ["must be between 1 and 65535, inclusive"];
}
