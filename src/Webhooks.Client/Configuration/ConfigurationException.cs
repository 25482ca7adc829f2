using Webhooks.Resources.Yaml;

namespace Webhooks.Client.Configuration;

/// <summary>
/// The one error of finding out where the API server is and who to be there: says where it stands
/// (<c>file:line:column</c>), what is wrong and what to do. Never says a secret.
/// </summary>
/// <param name="message">All of that.</param>
public sealed class ConfigurationException(string message) : Exception(message)
{
    internal static ConfigurationException At(string file, YamlPosition place, string problem) =>
        new($"{file}:{place.Line}:{place.Column}: {problem}");
}
