using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>Where the draft of a report came from.</summary>
/// <param name="Drafter">Such as <c>offline</c>.</param>
/// <param name="Version">Of its rules, or of prompt and schema.</param>
/// <param name="Model">The model with its fingerprint; null for rules.</param>
/// <param name="At">When it arrived.</param>
public sealed record DraftSource(string Drafter, string Version, string? Model, Instant At);
