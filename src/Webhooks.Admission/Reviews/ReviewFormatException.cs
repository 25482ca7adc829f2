namespace Webhooks.Admission.Reviews;

/// <summary>The one error of reading an AdmissionReview: says which field is wrong.</summary>
public sealed class ReviewFormatException(string message) : FormatException(message);
