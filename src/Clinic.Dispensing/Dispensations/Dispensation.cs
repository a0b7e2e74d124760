using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Tickets;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

/// <summary>One dispensation: on its way to the recipient, and then accounted for, lot by lot.</summary>
/// <remarks>Immutable: a verb returns the next state, one version after the loaded one.</remarks>
public sealed partial class Dispensation
{
    private readonly DispensationSnapshot state;
    private readonly long loaded;

    private Dispensation(DispensationSnapshot state, long loaded)
    {
        this.state = state;
        this.loaded = loaded;
    }

    /// <summary>The id.</summary>
    public DispensationId Id => state.Id;

    /// <summary>The site whose zone judges it.</summary>
    public SiteId Site => state.Site;

    /// <summary>The location it is served from.</summary>
    public LocationId From => state.From;

    /// <summary>The department that serves it.</summary>
    public DepartmentId Pharmacy => state.Pharmacy;

    /// <summary>For whom it is.</summary>
    public DispensationTarget Target => state.Target;

    /// <summary>Whether it may go ahead of its authorisation.</summary>
    public Urgency Urgency => state.Urgency;

    /// <summary>How far it is on its way.</summary>
    public DispenseStatus Status => state.Status;

    /// <summary>Whether it is accounted for.</summary>
    public AccountabilityStatus Accountability => state.Accountability;

    /// <summary>How often it may be repeated.</summary>
    public RefillTerms Refills => state.Refills;

    /// <summary>When the request lapses unless preparation has begun.</summary>
    public Instant ValidUntil => state.ValidUntil;

    /// <summary>Who asked.</summary>
    public Signed Requested => state.Requested;

    /// <summary>Who authorised, or null.</summary>
    public Signed? Authorised => state.Authorised;

    /// <summary>Who prepared, or null.</summary>
    public Signed? Prepared => state.Prepared;

    /// <summary>Who checked the preparation, or null.</summary>
    public Signed? Checked => state.Checked;

    /// <summary>The pause, or null.</summary>
    public HoldState? Hold => state.Hold;

    /// <summary>By when an urgent one must be authorised; null when it need not.</summary>
    public Instant? AuthoriseBy => state.AuthoriseBy;

    /// <summary>By when use must be finished; null before the first hand-over.</summary>
    public Instant? UseBy => state.UseBy;

    /// <summary>The products, numbered from 1.</summary>
    public IReadOnlyList<DispensationLine> Lines => state.Lines;

    /// <summary>The hand-overs, oldest first.</summary>
    public IReadOnlyList<HandOverRecord> HandOvers => state.HandOvers;

    /// <summary>The returns, oldest first.</summary>
    public IReadOnlyList<ReturnRecord> Returns => state.Returns;

    /// <summary>The tickets, oldest first.</summary>
    public IReadOnlyList<Ticket> Tickets => state.Tickets;

    /// <summary>Everybody who took part; a resolver is none of them.</summary>
    public IReadOnlyList<PersonId> Participants => state.Participants;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => FactOf(Id);

    /// <summary>For what the pharmacy keeps stock aside.</summary>
    public string StockOwner => $"dispensation/{Id}";

    /// <summary>Whether anything was handed over.</summary>
    public bool IsPartlyDelivered => state.HandOvers.Count > 0;

    /// <summary>Whether somebody else than the requester answers for it: not authorised yet, authorised by another, or a substitution confirmed by another.</summary>
    internal bool IsAuthorisedByAnother => Authorised is null || Authorised.By != Requested.By
        || state.Lines.Any(l => l.Substituted?.Confirmed is { } c && c.Person != Requested.By);

    /// <summary>Whether nothing more will be handed over.</summary>
    public bool IsAtRest => Status is DispenseStatus.Delivered or DispenseStatus.Stopped;

    /// <summary>The classes of its products.</summary>
    public IEnumerable<MedicationClass> Classes => state.Lines.Select(l => l.Product.Class).Distinct();

    private DispenseFacts DispenseFacts => new(Urgency == Urgency.Urgent, Authorised is not null, IsPartlyDelivered);

    /// <summary>The fact of a dispensation's id.</summary>
    public static FactKey FactOf(DispensationId dispensation) => new("dispensing.dispensation", dispensation.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="DispensingException">Fields are malformed; every one is named.</exception>
    public static Dispensation Restore(DispensationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Check("lines", snapshot.Lines.Count > 0, 0, "at least one");
        fields.Check("lines", snapshot.Lines.Select((l, i) => l.Number == i + 1).All(ok => ok), "other numbers", "numbered from 1");
        fields.Check("lines", snapshot.Lines.All(l => l.Quantity > 0), "a quantity of zero or less", "more than zero");
        fields.OptionalText("prescription", snapshot.Prescription, 60);
        fields.Check("refills", snapshot.Refills.Allowed is >= 0 and <= RefillTerms.Most, snapshot.Refills.Allowed, $"0 to {RefillTerms.Most}");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot, snapshot.Version);
    }

    /// <summary>The line of a number, or null.</summary>
    public DispensationLine? LineOf(int number) => number >= 1 && number <= state.Lines.Count ? state.Lines[number - 1] : null;

    /// <summary>The whole state.</summary>
    public DispensationSnapshot ToSnapshot() => state;

    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();

    private Dispensation Next(DispensationSnapshot next) => new(next with { Version = loaded + 1 }, loaded);

    private Dispensation WithLine(DispensationLine line) => Next(state with { Lines = [.. state.Lines.Select(l => l.Number == line.Number ? line : l)] });

    private Dispensation WithAccount(int line, LotAccount account)
    {
        var old = state.Lines[line - 1];
        return WithLine(old with { Accounts = [.. old.Accounts.Select(a => a.Lot == account.Lot ? account : a)] });
    }

    /// <summary>The status after a trigger; a refusal is collected and the status stays.</summary>
    private DispenseStatus Fire(Failures failures, DispenseTrigger trigger)
    {
        try
        {
            return DispenseLifecycle.Next(Status, trigger, DispenseFacts);
        }
        catch (DispensingException refused)
        {
            foreach (var failure in refused.Failures) failures.Add(failure);
            return Status;
        }
    }

    private AccountabilityStatus Fire(Failures failures, AccountabilityTrigger trigger, bool others = false, bool settled = false)
    {
        try
        {
            var hasDifference = state.Lines.Any(l => l.Accounts.Any(a => a.Booked != 0));
            return AccountabilityLifecycle.Next(Accountability, trigger, new(others, settled, hasDifference));
        }
        catch (DispensingException refused)
        {
            foreach (var failure in refused.Failures) failures.Add(failure);
            return Accountability;
        }
    }

    /// <summary>Everybody who took part, with these added.</summary>
    internal Dispensation Joined(params ReadOnlySpan<PersonId?> people)
    {
        List<PersonId>? all = null;
        foreach (var person in people)
        {
            if (person is not { } one || (all ?? state.Participants).Contains(one)) continue;
            all ??= [.. state.Participants];
            all.Add(one);
        }

        return all is null ? this : Next(state with { Participants = all });
    }
}
