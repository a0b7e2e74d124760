using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rights;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>What the desk does all day: registers, starts, pauses, resumes, closes, and says what changes meanwhile.</summary>
public sealed class StayReception
{
    private readonly StayDesk desk;
    private readonly IPatientDirectory patients;

    internal StayReception(StayDesk desk, IPatientDirectory patients)
    {
        this.desk = desk;
        this.patients = patients;
    }

    /// <summary>Registers a patient who comes.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> RegisterAsync(CommandContext x, RegisterStay command, CancellationToken cancellationToken = default) =>
        desk.Work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Begins the billing clock.</summary>
    /// <exception cref="EmergencyBillingException">No tariff is in force, the patient has another open stay, or another rule is broken; every failure is named.</exception>
    public Task<StayAnswer> StartAsync(CommandContext x, StartStay command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Lets the clock stand still.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> PauseAsync(CommandContext x, PauseStay command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Lets the clock go on.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> ResumeAsync(CommandContext x, ResumeStay command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Ends the clock.</summary>
    /// <exception cref="EmergencyBillingException">Somebody closed it before, or another rule is broken; every failure is named.</exception>
    public Task<StayAnswer> CloseAsync(CommandContext x, CloseStay command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Ends the clock because the patient left.</summary>
    /// <exception cref="EmergencyBillingException">Somebody closed it before, or another rule is broken; every failure is named.</exception>
    public Task<StayAnswer> AbandonAsync(CommandContext x, AbandonStay command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Says another acuity.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> ChangeAcuityAsync(CommandContext x, ChangeAcuity command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Says another payer.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> ChangePayerAsync(CommandContext x, ChangePayer command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Gives the patient to another department.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> TransferAsync(CommandContext x, TransferStay command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Says how far care has come; allowed whatever the bill says.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> MoveCareAsync(CommandContext x, MoveCare command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Stages a registration into a commit of the caller.</summary>
    public async Task<StayAnswer> StageAsync(IUnit unit, RegisterStay command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var (x, failures) = (unit.Context, new Failures());
        EmergencyRights.CheckRole(failures, x.Actor, EmergencyAct.RegisterStay);
        if (await desk.Sites.FindSiteAsync(x.Tenant, x.Site, cancellationToken).ConfigureAwait(false) is not { } site)
            throw new EmergencyBillingException(EmergencyBillingRules.SiteUnknown, ("site", x.Site));
        if (command.Patient == default || await patients.FindAsync(x.Tenant, command.Patient, cancellationToken).ConfigureAwait(false) is null)
            failures.Add(EmergencyBillingRules.PatientUnknown, ("patient", command.Patient));
        if (command.Department is { } department && !await desk.HasDepartmentAsync(x, department, cancellationToken).ConfigureAwait(false))
            failures.Add(EmergencyBillingRules.DepartmentUnknown, ("department", department));
        failures.Field("encounter", command.Encounter != default(EncounterId), command.Encounter, "a visit, or nothing for a new one");
        var (at, entered) = desk.Occurred(failures, "at", command.At, command.AtLocal, site.Zone.Id, unit.Now);
        var stay = EmergencyStay.Register(failures, First(unit, command, site, at, entered, failures));
        failures.ThrowIfAny();
        return desk.Add(unit, stay);
    }

    private StaySnapshot First(IUnit unit, RegisterStay command, Site site, Instant at, EnteredLocal? entered, Failures failures) => new()
    {
        Id = desk.Ids.Next<StayId>(),
        Site = site.Id,
        Zone = site.Zone.Id,
        Patient = command.Patient,
        Encounter = command.Encounter ?? desk.Ids.Next<EncounterId>(),
        Status = StayStatus.Registered,
        Clinical = ClinicalStatus.Registered,
        Events =
        [
            desk.Entry(unit, EmergencyAct.RegisterStay, command.Source, at, failures) with
            {
                Entered = entered,
                Department = command.Department,
                Payer = command.Payer,
                ServiceLine = command.ServiceLine,
                Acuity = command.Acuity,
            },
        ],
        Version = 1,
    };
}
