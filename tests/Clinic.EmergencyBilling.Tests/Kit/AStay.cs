using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.Guards;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Kit;

/// <summary>Stays with good defaults, moved on by pure verbs.</summary>
internal static class AStay
{
    public static readonly Instant Nine = Prices.Local(9);
    public static readonly PersonId Clerk = new(Guid.Parse("01900000-0000-7000-8000-0000000000c1"));

    private static readonly UuidV7Generator Ids = new(SystemClock.Instance);

    public static Instant At(int minutes, int seconds = 0) => Nine + Duration.FromMinutes(minutes) + Duration.FromSeconds(seconds);

    public static StayEvent Entry(Instant at) => new()
    {
        Id = Ids.Next<StayEventId>(),
        Command = Ids.Next<CommandId>(),
        Kind = StayEventKind.Registered,
        OccurredAt = at,
        RecordedAt = at,
        By = Clerk,
        Role = Role.Reception,
        Source = StaySource.Reception,
    };

    public static EmergencyStay Registered(Instant? at = null, string? payer = null, string? serviceLine = null, AcuityLevel? acuity = null, PatientId? patient = null)
    {
        var failures = new Failures();
        var stay = EmergencyStay.Register(failures, new()
        {
            Id = Ids.Next<StayId>(),
            Site = Ids.Next<SiteId>(),
            Zone = "America/Guayaquil",
            Patient = patient ?? Ids.Next<PatientId>(),
            Encounter = Ids.Next<EncounterId>(),
            Status = StayStatus.Registered,
            Clinical = ClinicalStatus.Registered,
            Events = [Entry(at ?? Nine) with { Payer = payer, ServiceLine = serviceLine, Acuity = acuity }],
            Version = 1,
        });
        failures.ThrowIfAny();
        return EmergencyStay.Restore(stay.ToSnapshot());
    }

    public static EmergencyStay Running(PatientId? patient = null) => Registered(patient: patient).Do(StayTrigger.Start, 0);

    public static EmergencyStay Closed(int minutes = 60) => Running().Do(StayTrigger.Close, minutes);

    /// <summary>Moves on as a command does: saved and loaded again.</summary>
    public static EmergencyStay Do(this EmergencyStay stay, StayTrigger trigger, Instant at, Func<StayEvent, StayEvent>? fill = null)
    {
        var failures = new Failures();
        var next = stay.Record(failures, trigger, Filled(stay, trigger, at, fill));
        failures.ThrowIfAny();
        return EmergencyStay.Restore(next.ToSnapshot());
    }

    public static EmergencyStay Do(this EmergencyStay stay, StayTrigger trigger, int minutes, Func<StayEvent, StayEvent>? fill = null) => stay.Do(trigger, At(minutes), fill);

    public static EmergencyStay Correct(this EmergencyStay stay, StayEventKind kind, Instant to, Func<StayEvent, StayEvent>? fill = null)
    {
        var id = stay.Events.Last(e => e.Kind == kind).Id;
        return stay.Do(StayTrigger.CorrectTime, to, e => (fill?.Invoke(e) ?? e) with { Supersedes = id });
    }

    public static EmergencyStay Care(this EmergencyStay stay, ClinicalTrigger trigger, int minutes)
    {
        var failures = new Failures();
        var next = stay.RecordClinical(failures, trigger, Entry(At(minutes)) with { Disposition = trigger == ClinicalTrigger.Depart ? Disposition.Discharged : null });
        failures.ThrowIfAny();
        return EmergencyStay.Restore(next.ToSnapshot());
    }

    /// <summary>An entry that says all that its trigger needs.</summary>
    public static StayEvent Filled(EmergencyStay stay, StayTrigger trigger, Instant at, Func<StayEvent, StayEvent>? fill = null)
    {
        var entry = Entry(at) with { Reason = "motivo" };
        entry = trigger switch
        {
            StayTrigger.Pause => entry with { Pause = PauseKind.Procedure },
            StayTrigger.Close => entry with { Disposition = Disposition.Discharged },
            StayTrigger.Abandon => entry with { Disposition = Disposition.LeftWithoutBeingSeen },
            StayTrigger.ChangeAcuity => entry with { Acuity = AcuityLevel.Emergent },
            StayTrigger.ChangePayer => entry with { Payer = "IESS" },
            StayTrigger.Transfer => entry with { Department = Ids.Next<DepartmentId>() },
            StayTrigger.AddCarveOut => entry with { OccurredAt = stay.StartedAt ?? at, Until = Instant.Min(at, stay.EndedAt ?? at) },
            StayTrigger.CorrectTime => entry with { Supersedes = stay.Events.LastOrDefault(e => e.Kind == StayEventKind.Closed)?.Id },
            StayTrigger.Reopen => entry with { Gap = GapMode.NotBillable },
            _ => entry,
        };
        return fill?.Invoke(entry) ?? entry;
    }
}
