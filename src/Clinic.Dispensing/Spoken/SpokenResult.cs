using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken;

/// <summary>What a sentence gave. Nothing is written by any of them.</summary>
public abstract record SpokenResult
{
    private SpokenResult()
    {
    }

    /// <summary>The name of the case only; contents name patients.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Every part is certain and possible; the speaker must still confirm.</summary>
    /// <param name="Command">What will be done once confirmed.</param>
    /// <param name="Confirmation">All of it read back, in the speaker's language.</param>
    /// <param name="Fingerprint">The id to use for the command, so that confirming twice does it once.</param>
    /// <param name="Language">The language of the sentence.</param>
    public sealed record Understood(SpokenCommand Command, string Confirmation, CommandId Fingerprint, SpokenLanguage Language) : SpokenResult;

    /// <summary>Parts may mean several things; ask again with the same session and <see cref="SpokenChoices"/>.</summary>
    /// <param name="Doubts">Each uncertain part with its choices.</param>
    /// <param name="Question">What to ask, in the speaker's language.</param>
    /// <param name="Language">The language of the sentence.</param>
    public sealed record Ambiguous(IReadOnlyList<SpokenDoubt> Doubts, string Question, SpokenLanguage Language) : SpokenResult;

    /// <summary>Names match nobody or nothing; near ones may be offered.</summary>
    /// <param name="Doubts">Each unknown name with near candidates, which may be none.</param>
    /// <param name="Question">What to ask, in the speaker's language.</param>
    /// <param name="Language">The language of the sentence.</param>
    public sealed record Unknown(IReadOnlyList<SpokenDoubt> Doubts, string Question, SpokenLanguage Language) : SpokenResult;

    /// <summary>Parts were not said.</summary>
    /// <param name="Missing">The parts.</param>
    /// <param name="Question">What to ask, in the speaker's language.</param>
    /// <param name="Language">The language of the sentence.</param>
    public sealed record Incomplete(IReadOnlyList<SpokenSlot> Missing, string Question, SpokenLanguage Language) : SpokenResult;

    /// <summary>Everything is clear and cannot be: every failed guard at once.</summary>
    /// <param name="Failures">Codes of <see cref="DispensingRules"/> with the figures.</param>
    /// <param name="Language">The language of the sentence.</param>
    public sealed record Impossible(IReadOnlyList<RuleFailure> Failures, SpokenLanguage Language) : SpokenResult
    {
        /// <summary>The exception of a workflow that cannot go on.</summary>
        public DispensingException ToException() => new(Failures);
    }

    /// <summary>The sentence is no command that may be acted on.</summary>
    /// <param name="Reason">Why, as a code of <see cref="DispensingRules"/>.</param>
    /// <param name="WordsLeft">The words that could not be placed, or null.</param>
    /// <param name="Examples">What can be said.</param>
    /// <param name="Language">The language given or told from the words.</param>
    public sealed record NotUnderstood(RuleFailure Reason, string? WordsLeft, IReadOnlyList<string> Examples, SpokenLanguage Language) : SpokenResult;
}
