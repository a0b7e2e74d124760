using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Prices of emergency time for one key, through all versions; published ones never change.</summary>
public sealed class Tariff
{
    private readonly TariffSnapshot state;

    private Tariff(TariffSnapshot state)
    {
        this.state = state;
        Versions = [.. state.Versions.Select(v => new TariffVersion(state, v))];
    }

    /// <summary>The id.</summary>
    public TariffId Id => state.Id;

    /// <summary>The name for people.</summary>
    public string Name => state.Name;

    /// <summary>For whom it is.</summary>
    public TariffKey Key => state.Key;

    /// <summary>The currency of all its amounts.</summary>
    public Currency Currency => state.Currency;

    /// <summary>All versions by number: drafts, published and superseded.</summary>
    public IReadOnlyList<TariffVersion> Versions { get; }

    /// <summary>Counts the changes of the aggregate, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards may rely on.</summary>
    public FactKey Fact => new("emergency.tariff", Id.Value);

    /// <summary>A tariff without versions.</summary>
    /// <exception cref="EmergencyBillingException">Name or key are malformed.</exception>
    public static Tariff Create(TariffId id, string name, TariffKey key, Currency currency) => Restore(new(id, name, key, currency, [], 1));

    /// <summary>Makes the aggregate from stored state, with every check that saving makes.</summary>
    /// <exception cref="EmergencyBillingException">Something is malformed, changed, overlaps or leaves a gap; all of it at once.</exception>
    public static Tariff Restore(TariffSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var failures = new Failures();
        TariffCheck.Check(snapshot, failures);
        failures.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Writes a new version that may be simulated and published later.</summary>
    /// <param name="terms">The prices.</param>
    /// <param name="effectiveFrom">From when on it shall price, in whole seconds.</param>
    /// <param name="author">Who writes it.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why.</param>
    /// <param name="effectiveTo">Until when, exclusive; null for open.</param>
    /// <param name="replaces">The number of a published version that it corrects, or null.</param>
    /// <exception cref="EmergencyBillingException">The prices are not usable; every reason is given.</exception>
    public Tariff Draft(
        TariffTerms terms, Instant effectiveFrom, PersonId author, Instant at, string reason, Instant? effectiveTo = null, int? replaces = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var draft = new TariffVersionSnapshot(
            state.Versions.Count + 1, effectiveFrom, effectiveTo, terms, TariffStatus.Draft, author, at, reason, replaces, null, null, "");
        var failures = new Failures();
        TariffCheck.CheckContent(draft, Currency, failures);
        failures.ThrowIfAny();
        draft = draft with { ContentHash = TariffContent.HashOf(state, draft) };
        return new(state with { Versions = [.. state.Versions, draft], Version = state.Version + 1 });
    }

    /// <summary>Puts a draft in force; the version before it, if open, ends where the new one begins.</summary>
    /// <exception cref="EmergencyBillingException">No draft of this number, or a gap or an overlap would come up.</exception>
    public Tariff Publish(int number, PersonId approver, Instant at)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(approver, default);
        var draft = Find(number);
        if (draft.Status != TariffStatus.Draft) throw Refused(draft);
        var next = draft with { Status = TariffStatus.Published, Approver = approver, PublishedAt = at };
        var versions = draft.Replaces is { } corrected
            ? Correct(Find(corrected), next)
            : Follow(next);
        return Restore(state with { Versions = versions, Version = state.Version + 1 });
    }

    /// <summary>Gives the open version an end; later instants are priced by less specific tariffs.</summary>
    /// <exception cref="EmergencyBillingException">No version is open, or the end does not lie after its start.</exception>
    public Tariff End(Instant at)
    {
        var open = state.Versions.LastOrDefault(v => v.Status == TariffStatus.Published && v.EffectiveTo is null)
            ?? throw new EmergencyBillingException(EmergencyBillingRules.NothingOpen, ("tariff", Id));
        return Restore(state with { Versions = With(open with { EffectiveTo = at }), Version = state.Version + 1 });
    }

    /// <summary>The whole state.</summary>
    public TariffSnapshot ToSnapshot() => state;

    private static EmergencyBillingException Refused(TariffVersionSnapshot version) =>
        new(EmergencyBillingRules.VersionTransitionRefused, ("version", version.Number), ("status", version.Status));

    private IReadOnlyList<TariffVersionSnapshot> Correct(TariffVersionSnapshot old, TariffVersionSnapshot next)
    {
        if (old.Status != TariffStatus.Published) throw Refused(old);
        // A correction takes exactly the dates of what it corrects, or neighbours would gape or overlap.
        var sameDates = next with { EffectiveTo = old.EffectiveTo };
        return With(sameDates, old with { Status = TariffStatus.Superseded });
    }

    private IReadOnlyList<TariffVersionSnapshot> Follow(TariffVersionSnapshot next)
    {
        var open = state.Versions.FirstOrDefault(v => v.Status == TariffStatus.Published && v.EffectiveTo is null && v.EffectiveFrom < next.EffectiveFrom);
        return open is null ? With(next) : With(next, open with { EffectiveTo = next.EffectiveFrom });
    }

    private IReadOnlyList<TariffVersionSnapshot> With(params IReadOnlyList<TariffVersionSnapshot> changed) =>
        [.. state.Versions.Select(v => changed.FirstOrDefault(c => c.Number == v.Number) ?? v)];

    private TariffVersionSnapshot Find(int number) =>
        state.Versions.FirstOrDefault(v => v.Number == number)
        ?? throw new EmergencyBillingException(EmergencyBillingRules.VersionUnknown, ("version", number));
}
