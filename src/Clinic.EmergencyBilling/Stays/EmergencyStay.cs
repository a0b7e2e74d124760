using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>One stay of a patient in the emergency department (ingreso): a log that only grows, and what follows from it.</summary>
/// <remarks>Immutable: a verb returns the next state, one version after the loaded one. Corrections supersede, and keep the original.</remarks>
public sealed partial class EmergencyStay
{
    private readonly StaySnapshot state;
    private readonly long loaded;
    private readonly Lazy<EffectiveLog> log;

    private EmergencyStay(StaySnapshot state, long loaded)
    {
        this.state = state;
        this.loaded = loaded;
        log = new(() => new EffectiveLog(state.Events));
    }

    /// <summary>The id.</summary>
    public StayId Id => state.Id;

    /// <summary>The site.</summary>
    public SiteId Site => state.Site;

    /// <summary>The zone of its local times, as an IANA name.</summary>
    public string Zone => state.Zone;

    /// <summary>The patient.</summary>
    public PatientId Patient => state.Patient;

    /// <summary>The visit, which other charges and deliveries name too.</summary>
    public EncounterId Encounter => state.Encounter;

    /// <summary>Where it stands on its way to a settled bill.</summary>
    public StayStatus Status => state.Status;

    /// <summary>How far care has come.</summary>
    public ClinicalStatus Clinical => state.Clinical;

    /// <summary>The log in the order of recording, originals and corrections alike.</summary>
    public IReadOnlyList<StayEvent> Events => state.Events;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => FactOf(Id);

    /// <summary>When the patient was registered, as is held now.</summary>
    public Instant RegisteredAt => Log.RegisteredAt;

    /// <summary>When the clock began, as is held now; null before.</summary>
    public Instant? StartedAt => Log.StartedAt;

    /// <summary>When the clock ended, as is held now; null while it has not, or goes on again.</summary>
    public Instant? EndedAt => Log.EndedAt;

    /// <summary>When the current pause began; null while none lasts.</summary>
    public Instant? PausedAt => Log.PausedAt;

    /// <summary>Who pays now; null for the patient alone.</summary>
    public string? Payer => Log.Now.Payer;

    /// <summary>The service line now, or null.</summary>
    public string? ServiceLine => Log.Now.ServiceLine;

    /// <summary>The acuity now; null before triage.</summary>
    public AcuityLevel? Acuity => Log.Now.Acuity;

    /// <summary>The department now, or null.</summary>
    public DepartmentId? Department => Log.Department;

    /// <summary>How the stay ended, as billing knows it; null while the clock has not ended.</summary>
    public Disposition? Disposition => Log.Closing?.Original.Disposition;

    /// <summary>Who closed it; null while the clock has not ended.</summary>
    public PersonId? ClosedBy => Log.Closing?.Original.By;

    /// <summary>Whether the clock runs or stands still, so that no other stay of the patient may start.</summary>
    public bool IsOpen => Status is StayStatus.Running or StayStatus.Paused;

    /// <summary>Whether it never was, as far as bills and other stays go.</summary>
    public bool IsVoid => Status is StayStatus.Cancelled or StayStatus.EnteredInError;

    /// <summary>The log without what corrections superseded, in the order in which things happened.</summary>
    public IReadOnlyList<EffectiveEvent> Effective => Log.All;

    internal EffectiveLog Log => log.Value;

    /// <summary>The fact of a stay's id.</summary>
    public static FactKey FactOf(StayId stay) => new("emergency.stay", stay.Value);

    /// <summary>Makes the aggregate from stored state.</summary>
    /// <exception cref="EmergencyBillingException">The log is malformed; every failure is named.</exception>
    public static EmergencyStay Restore(StaySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var failures = new Failures();
        failures.Field("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        failures.Text("zone", snapshot.Zone, 60);
        var known = new HashSet<StayEventId>();
        failures.Field("events", snapshot.Events.All(e => known.Add(e.Id)), "an id twice", "each id once");
        failures.Field("events", snapshot.Events.Count(e => e.Kind == StayEventKind.Registered) == 1, "none or several", "one registration");
        failures.Field("events", snapshot.Events.All(e => (e.Supersedes is not null) == (e.Kind == StayEventKind.TimeCorrected)), "supersedes", "only of corrections");
        var superseded = snapshot.Events.Where(e => e.Supersedes is not null).Select(e => e.Supersedes!.Value).ToList();
        failures.Field("events", superseded.TrueForAll(known.Contains) && superseded.Distinct().Count() == superseded.Count, "supersedes", "an entry of this log, each once");
        failures.ThrowIfAny();
        return new(snapshot, snapshot.Version);
    }

    /// <summary>The whole state.</summary>
    public StaySnapshot ToSnapshot() => state;

    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();

    private EmergencyStay Next(StayStatus status, ClinicalStatus clinical, StayEvent entry) =>
        new(state with { Status = status, Clinical = clinical, Events = [.. state.Events, entry], Version = loaded + 1 }, loaded);
}
