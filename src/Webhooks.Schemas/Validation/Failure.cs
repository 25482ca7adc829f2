using Webhooks.Resources.Api;

namespace Webhooks.Schemas.Validation;

/// <summary>A value that breaks a schema.</summary>
/// <param name="Text">What is wrong, with the path: what is said once is not said again.</param>
/// <param name="Cause">The cause that the API server makes of it.</param>
/// <param name="More">The rest of the text, where many failures share it.</param>
internal sealed record Failure(string Text, StatusCause Cause, string More = "");
