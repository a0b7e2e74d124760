using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using static Clinic.EmergencyBilling.Tests.Kit.Reception;

namespace Clinic.EmergencyBilling.Tests.Stays;

/// <summary>Double taps and lost answers: the same command twice does what it does once, and another under its id is refused.</summary>
public class StayReplayTests
{
    private delegate Task<StayAnswer> Call(CommandContext x, bool other);

    public static TheoryData<string> Commands { get; } =
    [
        "register", "start", "pause", "resume", "close", "abandon", "acuity", "payer", "transfer", "care", "carve-out", "correct", "reopen", "cancel", "not-billable", "error",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_repeated_answers_the_same_and_changes_nothing(string name)
    {
        var world = await OpenAsync();
        var (role, call) = await PreparedAsync(world, name);
        var x = world.As(role);
        var first = await call(x, false);
        var (found, events) = (await world.FindAsync(first.Stay), (await world.EventsAsync()).Count);

        var again = await call(x, false);
        var other = await Record.ExceptionAsync(() => call(x, true));
        var somebody = await Record.ExceptionAsync(() => call(world.As(Role.Administrator, x.Command), false));

        Assert.Equal(first, again);
        Assert.IsType<ClinicRuleException>(other);
        Assert.IsType<ClinicRuleException>(somebody);
        Assert.Equal(found.ToSnapshot(), (await world.FindAsync(first.Stay)).ToSnapshot());
        Assert.Equal(events, (await world.EventsAsync()).Count);
        Assert.Equal(x.Command, found.Events[^1].Command);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_sent_six_times_at_once_happens_once(string name)
    {
        var world = await OpenAsync();
        var (role, call) = await PreparedAsync(world, name);
        var x = world.As(role);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => call(x, false))));

        Assert.Single(answers.Distinct());
        Assert.Single((await world.FindAsync(answers[0].Stay)).Events, e => e.Command == x.Command);
    }

    private static async Task<(Role Role, Call Call)> PreparedAsync(Reception w, string name)
    {
        var why = (bool other) => other ? "otra cosa" : "motivo";
        var stay = name switch
        {
            "register" => default,
            "start" or "cancel" => await w.RegisteredAsync(),
            "correct" or "reopen" or "not-billable" => await w.ClosedAsync(),
            _ => await w.RunningAsync(),
        };
        if (name is "resume") await w.Desk.PauseAsync(w.As(), new() { Stay = stay, Kind = PauseKind.Transport }, Ct);
        w.Clock.AdvanceMinutes(10);
        var last = stay == default ? default : (await w.FindAsync(stay)).Events[^1].Id;
        var patient = await w.PatientAsync();
        return name switch
        {
            "register" => (Role.Reception, (x, o) => w.Desk.RegisterAsync(x, new() { Patient = o ? patient : w.Patient }, Ct)),
            "start" => (Role.Reception, (x, o) => w.Desk.StartAsync(x, new() { Stay = stay, Reason = why(o) }, Ct)),
            "pause" => (Role.Reception, (x, o) => w.Desk.PauseAsync(x, new() { Stay = stay, Kind = o ? PauseKind.Procedure : PauseKind.OnLeave }, Ct)),
            "resume" => (Role.Reception, (x, o) => w.Desk.ResumeAsync(x, new() { Stay = stay, Reason = why(o) }, Ct)),
            "close" => (Role.Reception, (x, o) => w.Desk.CloseAsync(x, new() { Stay = stay, Disposition = o ? Disposition.Deceased : Disposition.Discharged }, Ct)),
            "abandon" => (Role.Reception, (x, o) => w.Desk.AbandonAsync(x, new() { Stay = stay, Disposition = Disposition.AgainstAdvice, Reason = why(o) }, Ct)),
            "acuity" => (Role.Reception, (x, o) => w.Desk.ChangeAcuityAsync(x, new() { Stay = stay, Acuity = o ? AcuityLevel.Urgent : AcuityLevel.Emergent }, Ct)),
            "payer" => (Role.Reception, (x, o) => w.Desk.ChangePayerAsync(x, new() { Stay = stay, Payer = o ? "A" : "B" }, Ct)),
            "transfer" => (Role.Reception, (x, o) => w.Desk.TransferAsync(x, new() { Stay = stay, Department = w.Department.Id, ServiceLine = o ? "A" : null }, Ct)),
            "care" => (Role.Nurse, (x, o) => w.Desk.MoveCareAsync(x, new() { Stay = stay, Step = o ? ClinicalTrigger.BeginTreatment : ClinicalTrigger.Triage }, Ct)),
            "carve-out" => (Role.Reception, (x, o) => w.Corrections.CarveOutAsync(x, new() { Stay = stay, At = AStay.Nine, Until = AStay.At(5), Reason = why(o) }, Ct)),
            "correct" => (Role.Reception, (x, o) => w.Corrections.CorrectAsync(x, new() { Stay = stay, Event = last, At = AStay.At(50), Reason = why(o), Approver = w.Approver() }, Ct)),
            "reopen" => (Role.Supervisor, (x, o) => w.Corrections.ReopenAsync(x, new() { Stay = stay, Gap = o ? GapMode.Billable : GapMode.NotBillable, Reason = "motivo" }, Ct)),
            "cancel" => (Role.Reception, (x, o) => w.Corrections.CancelAsync(x, new() { Stay = stay, Reason = why(o) }, Ct)),
            "not-billable" => (Role.Supervisor, (x, o) => w.Corrections.MarkNotBillableAsync(x, new() { Stay = stay, Reason = why(o) }, Ct)),
            _ => (Role.Supervisor, (x, o) => w.Corrections.EnterInErrorAsync(x, new() { Stay = stay, Reason = why(o) }, Ct)),
        };
    }
}
