using Clinic.Abstractions;

namespace Clinic.Testing.Histories;

/// <summary>A command about to be run, with what is expected of it.</summary>
/// <param name="Context">Who and which command id.</param>
/// <param name="Run">Runs it; the same context again is a repetition.</param>
/// <param name="Accepted">Looks at the answer of an accepted command: states before and after.</param>
/// <param name="MustHold">Whether it must be accepted or refused; null when either may be right.</param>
internal sealed record HistoryAttempt(
    CommandContext Context, Func<CommandContext, Task<object>> Run, Action<object, HistoryState, HistoryState> Accepted, bool? MustHold = null);
