using Clinic.Abstractions;

namespace Clinic.Transcription.Consents;

/// <summary>By whom and how a decision was given.</summary>
/// <param name="Giver">The patient, or who answers for them.</param>
/// <param name="Manner">On screen, on paper or by word of mouth.</param>
public sealed record GivenBy(ConsentGiver Giver, ConsentManner Manner)
{
    /// <summary>What the guardian is to the patient, such as <c>madre</c>; at most 60 characters.</summary>
    public string? Relation { get; init; }

    /// <summary>Who of the clinic heard it; needed for a decision by word of mouth, and never who writes it down.</summary>
    public PersonId? Witness { get; init; }

    /// <summary>The language in which it was read or heard; null for that of the session.</summary>
    public string? Language { get; init; }

    internal void Check(Failures failures, PersonId recorder)
    {
        failures.Field("giver", Enum.IsDefined(Giver), Giver, "patient or guardian");
        failures.Field("manner", Enum.IsDefined(Manner), Manner, "onScreen, onPaper or verbal");
        failures.OptionalText("relation", Relation, 60);
        failures.Field("relation", Giver != ConsentGiver.Guardian || Relation is not null, null, "what the guardian is to the patient");
        failures.Require(Manner != ConsentManner.Verbal || Witness is not null, TranscriptionRules.ConsentWitnessMissing);
        failures.Require(Witness is null || Witness != recorder, TranscriptionRules.ConsentWitnessNotDifferent, ("witness", Witness));
    }
}
