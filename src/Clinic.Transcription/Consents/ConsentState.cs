using NodaTime;

namespace Clinic.Transcription.Consents;

/// <summary>What holds now for a session, folded from its decisions; pure.</summary>
/// <param name="Granted">The scopes that stand.</param>
/// <param name="FormVersion">The form of the last grant; null before.</param>
/// <param name="GrantedAt">When it was last granted.</param>
/// <param name="RefusedAt">When everything was refused; null where it was not.</param>
/// <param name="WithdrawnAt">When the recording or its text lost its consent; it does not come back.</param>
/// <param name="Decisions">How many there are.</param>
public sealed record ConsentState(ConsentScope Granted, int? FormVersion, Instant? GrantedAt, Instant? RefusedAt, Instant? WithdrawnAt, int Decisions)
{
    /// <summary>What a session cannot go on without.</summary>
    public const ConsentScope Vital = ConsentScope.Record | ConsentScope.Transcribe;

    /// <summary>Nobody has decided anything.</summary>
    public static ConsentState Undecided { get; } = new(ConsentScope.None, null, null, null, null, 0);

    /// <summary>Whether everything in a set was agreed to and stands.</summary>
    public bool Allows(ConsentScope scopes) => (Granted & scopes) == scopes;

    /// <summary>The state after one more decision.</summary>
    public ConsentState After(ConsentDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var next = this with { Decisions = Decisions + 1 };
        // What was taken back as a whole is erased, so nothing that is agreed to later could mean it.
        if (WithdrawnAt is not null) return next;
        return decision.Kind switch
        {
            ConsentKind.Granted => next with { Granted = Granted | decision.Scopes, FormVersion = decision.FormVersion, GrantedAt = decision.At, RefusedAt = null },
            ConsentKind.Refused => next with { Granted = ConsentScope.None, RefusedAt = decision.At },
            _ when EndsAll(decision.Scopes) => next with { Granted = ConsentScope.None, WithdrawnAt = decision.At },
            _ => next with { Granted = Granted & ~decision.Scopes },
        };
    }

    /// <summary>The state after all decisions of a session, in their order.</summary>
    public static ConsentState Of(IEnumerable<ConsentDecision> decisions) => decisions.Aggregate(Undecided, (state, d) => state.After(d));

    /// <summary>Whether taking these back ends the session: without the recording or its text nothing of it may stay.</summary>
    public static bool EndsAll(ConsentScope withdrawn) => (withdrawn & Vital) != ConsentScope.None;
}
