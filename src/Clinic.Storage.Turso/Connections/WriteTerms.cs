using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>How patient one write is.</summary>
/// <param name="Lock">How long it waits for other processes.</param>
/// <param name="Run">How long it may run; null is without limit.</param>
/// <param name="Keep">False rolls everything back at the end: a dry run.</param>
internal readonly record struct WriteTerms(Duration Lock, Duration? Run, bool Keep = true);
