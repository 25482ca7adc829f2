namespace Webhooks.Client.Credentials;

/// <summary>There is nobody to be: says why there are no credentials and what to do. Nothing was sent. Never says a secret.</summary>
public sealed class CredentialException : HttpRequestException
{
    /// <summary>An error with its remedy.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="cause">What it comes from, if that says no secret.</param>
    public CredentialException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
