using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>Stays with good defaults, for the cases.</summary>
internal static class StaySamples
{
    public static StayEvent AnEntry(this IClinicStores stores, StayEventKind kind, Instant? at = null) => new()
    {
        Id = stores.NewId<StayEventId>(),
        Command = stores.NewId<CommandId>(),
        Kind = kind,
        OccurredAt = at ?? stores.Now(),
        RecordedAt = stores.Now(),
        By = stores.NewId<PersonId>(),
        Role = Role.Reception,
        Source = StaySource.Reception,
    };

    /// <summary>Registered now, unless said.</summary>
    public static StaySnapshot AStay(this IClinicStores stores, Instant? at = null) => new()
    {
        Id = stores.NewId<StayId>(),
        Site = stores.NewId<SiteId>(),
        Zone = "America/Guayaquil",
        Patient = stores.NewId<PatientId>(),
        Encounter = stores.NewId<EncounterId>(),
        Status = StayStatus.Registered,
        Clinical = ClinicalStatus.Registered,
        Events = [stores.AnEntry(StayEventKind.Registered, at)],
        Version = 1,
    };

    public static StaySnapshot Then(this StaySnapshot stay, StayStatus status, params StayEvent[] entries) => stay with { Status = status, Events = [.. stay.Events, .. entries] };

    /// <summary>A stay whose log says everything that a log can say.</summary>
    public static StaySnapshot AFullStay(this IClinicStores stores)
    {
        var at = stores.Now();
        var typed = new EnteredLocal(new(2026, 10, 25, 2, 30), LocalChoice.Later, Offset.FromHoursAndMinutes(5, 45), "Asia/Kathmandu", "TZDB: 2026a (mapping: x)");
        var carved = stores.AnEntry(StayEventKind.CarvedOut, at) with { Until = at + Duration.FromMinutes(5), UntilEntered = typed };
        return stores.AStay(at).Then(
            StayStatus.Running,
            stores.AnEntry(StayEventKind.Started, at) with { Entered = typed, Source = StaySource.Voice, Role = Role.Supervisor },
            stores.AnEntry(StayEventKind.Paused, at + PharmacySamples.Microsecond) with { Pause = PauseKind.OnLeave, Reason = DispensingSamples.HardText },
            stores.AnEntry(StayEventKind.Resumed, at + Duration.FromSeconds(1)),
            stores.AnEntry(StayEventKind.AcuityChanged, at + Duration.FromSeconds(2)) with { Acuity = AcuityLevel.Resuscitation },
            stores.AnEntry(StayEventKind.PayerChanged, at + Duration.FromSeconds(3)) with { Payer = "Ñ\"1\"" },
            stores.AnEntry(StayEventKind.Transferred, at + Duration.FromSeconds(4)) with { Department = stores.NewId<DepartmentId>(), ServiceLine = "OBS" },
            carved,
            stores.AnEntry(StayEventKind.Closed, at + Duration.FromMinutes(9)) with { Disposition = Disposition.Admitted },
            stores.AnEntry(StayEventKind.TimeCorrected, at + Duration.FromSeconds(30)) with
            {
                Supersedes = carved.Id,
                Until = at + Duration.FromMinutes(6),
                Approval = new(stores.NewId<PersonId>(), CredentialKind.Badge, at),
                Source = StaySource.Import,
            },
            stores.AnEntry(StayEventKind.ClinicallyMoved, at) with { Clinical = ClinicalStatus.Departed, Disposition = Disposition.LeftWithoutBeingSeen },
            stores.AnEntry(StayEventKind.Reopened, at + Duration.FromMinutes(10)) with { Gap = GapMode.Billable }) with
        { Clinical = ClinicalStatus.Departed };
    }

    public static Task<ContractAnswer> AddAsync(this IClinicStores stores, CancellationToken ct, params StaySnapshot[] all) => stores.CommitAsync(unit =>
    {
        foreach (var one in all) stores.Get<IStayStore>().Add(unit, EmergencyStay.Restore(one));
    }, ct);

    /// <summary>Saves the next version of a stored stay, and gives it.</summary>
    public static async Task<StaySnapshot> ChangeAsync(this IClinicStores stores, StaySnapshot before, Func<StaySnapshot, StaySnapshot> change, CancellationToken ct)
    {
        var after = change(before) with { Version = before.Version + 1 };
        await stores.CommitAsync(unit => stores.Get<IStayStore>().Save(unit, EmergencyStay.Restore(before), EmergencyStay.Restore(after)), ct).ConfigureAwait(false);
        return after;
    }

    public static async Task ExpectAsync(this IClinicStores stores, StaySnapshot expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<IStayStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The stay").ToSnapshot();
        Check.Sequence(expected.Events, found.Events, "The log");
        Check.Equal(expected, found with { Events = expected.Events }, "The stay");
    }
}
