using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>What a sentence about the clock gave. Nothing is written by any of them.</summary>
public abstract record StayHearing
{
    private StayHearing()
    {
    }

    /// <summary>The name of the case only; contents name patients.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Every part is certain and possible; the speaker must still confirm.</summary>
    /// <param name="Command">What to run once confirmed, with <see cref="StaySource.Voice"/> as its source.</param>
    /// <param name="Patient">Whose stay it is.</param>
    /// <param name="Confirmation">All of it read back, in the speaker's language.</param>
    /// <param name="Fingerprint">The id to use for the command, so that saying or confirming it twice does it once.</param>
    /// <param name="Intent">What was asked.</param>
    /// <param name="Language">The language of the sentence.</param>
    public sealed record Understood(
        TimedStayCommand Command, PatientId Patient, string Confirmation, CommandId Fingerprint, StayIntent Intent, SpokenLanguage Language) : StayHearing;

    /// <summary>Parts may mean several things; ask again with <see cref="StayChoices"/>.</summary>
    /// <param name="Doubts">Each uncertain part with its choices.</param>
    /// <param name="Question">What to ask, in the speaker's language.</param>
    /// <param name="Intent">What was asked.</param>
    /// <param name="Language">The language of the sentence.</param>
    public sealed record Ambiguous(IReadOnlyList<StayDoubt> Doubts, string Question, StayIntent Intent, SpokenLanguage Language) : StayHearing;

    /// <summary>The name or number matches nobody; near ones may be offered.</summary>
    /// <param name="Doubts">The unknown part with near candidates, which may be none.</param>
    /// <param name="Question">What to ask, in the speaker's language.</param>
    /// <param name="Intent">What was asked.</param>
    /// <param name="Language">The language of the sentence.</param>
    public sealed record Unknown(IReadOnlyList<StayDoubt> Doubts, string Question, StayIntent Intent, SpokenLanguage Language) : StayHearing;

    /// <summary>Parts were not said.</summary>
    /// <param name="Missing">The parts.</param>
    /// <param name="Question">What to ask, in the speaker's language.</param>
    /// <param name="Intent">What was asked.</param>
    /// <param name="Language">The language of the sentence.</param>
    public sealed record Incomplete(IReadOnlyList<StaySlot> Missing, string Question, StayIntent Intent, SpokenLanguage Language) : StayHearing;

    /// <summary>Everything is clear and cannot be: every failed guard at once.</summary>
    /// <param name="Failures">Codes of <see cref="EmergencyBillingRules"/> with the figures.</param>
    /// <param name="Intent">What was asked.</param>
    /// <param name="Language">The language of the sentence.</param>
    public sealed record Impossible(IReadOnlyList<RuleFailure> Failures, StayIntent Intent, SpokenLanguage Language) : StayHearing
    {
        /// <summary>The exception of a workflow that cannot go on.</summary>
        public EmergencyBillingException ToException() => new(Failures);
    }

    /// <summary>The sentence is no command that may be acted on.</summary>
    /// <param name="Reason">Why, as a code of <see cref="EmergencyBillingRules"/>.</param>
    /// <param name="Examples">What can be said.</param>
    /// <param name="Language">The language given or told from the words.</param>
    public sealed record NotUnderstood(RuleFailure Reason, IReadOnlyList<string> Examples, SpokenLanguage Language) : StayHearing;
}
