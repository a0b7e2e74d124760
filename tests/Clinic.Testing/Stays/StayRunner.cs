using Clinic.Abstractions;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.Testing.Stays;

/// <summary>Tries the steps of a history; what a rule forbids is left out.</summary>
public sealed class StayRunner(StayWorld world)
{
    private readonly Dictionary<PatientId, StayId> last = [];

    /// <summary>How often each act was done.</summary>
    public Dictionary<StayAct, int> Done { get; } = [];

    /// <summary>Runs all steps.</summary>
    public async Task RunAsync(IEnumerable<StayStep> steps, CancellationToken ct)
    {
        foreach (var step in steps)
        {
            world.Clock.AdvanceMinutes(step.Minutes);
            var patient = world.Patients[step.Patient];
            try
            {
                if (step.Act == StayAct.Begin) await BeginAsync(patient, step, ct).ConfigureAwait(false);
                else if (step.Act == StayAct.ChangePrices) await world.PriceAsync(40m + step.Amount, corrects: step.Amount % 2 == 0, ct).ConfigureAwait(false);
                else if (step.Act == StayAct.Deliver) await world.Get<StayInvoicing>().RunDueAsync(world.Tenant, 50, ct).ConfigureAwait(false);
                else if (last.TryGetValue(patient, out var stay)) await ActAsync(stay, step, ct).ConfigureAwait(false);
                else continue;
                Done[step.Act] = Done.GetValueOrDefault(step.Act) + 1;
            }
            catch (EmergencyBillingException)
            {
                // A rule forbids it now; the history goes on.
            }
        }
    }

    private async Task BeginAsync(PatientId patient, StayStep step, CancellationToken ct)
    {
        var desk = world.Get<StayReception>();
        var registered = await desk.RegisterAsync(world.As(Role.Reception), new() { Patient = patient, Payer = step.Amount % 2 == 0 ? "IESS" : null }, ct).ConfigureAwait(false);
        await desk.StartAsync(world.As(Role.Reception), new() { Stay = registered.Stay }, ct).ConfigureAwait(false);
        last[patient] = registered.Stay;
    }

    private async Task ActAsync(StayId stay, StayStep step, CancellationToken ct)
    {
        var (desk, corrections, bills) = (world.Get<StayReception>(), world.Get<StayCorrections>(), world.Get<StatementDesk>());
        var (clerk, cashier, supervisor) = (world.As(Role.Reception), world.As(Role.Cashier), world.As(Role.Supervisor));
        var found = (await world.Get<StayInquiries>().FindAsync(clerk, stay, ct).ConfigureAwait(false))!;
        var shift = Duration.FromMinutes(step.Amount - 50);
        await (step.Act switch
        {
            StayAct.Pause => (Task)desk.PauseAsync(clerk, new() { Stay = stay, Kind = PauseKind.Procedure }, ct),
            StayAct.Resume => desk.ResumeAsync(clerk, new() { Stay = stay }, ct),
            StayAct.ChangePayer => desk.ChangePayerAsync(clerk, new() { Stay = stay, Payer = step.Amount % 2 == 0 ? null : "MSP" }, ct),
            StayAct.Close => desk.CloseAsync(clerk, new() { Stay = stay, Disposition = Disposition.Discharged }, ct),
            StayAct.Correct => corrections.CorrectAsync(clerk, new()
            {
                Stay = stay,
                Event = found.Events.Last(e => e.Kind == (step.Amount % 2 == 0 || found.EndedAt is null ? StayEventKind.Started : StayEventKind.Closed)).Id,
                At = (step.Amount % 2 == 0 ? found.StartedAt : found.EndedAt) + shift,
                Reason = "mal anotada",
                Approver = world.Approver(),
            }, ct),
            StayAct.CarveOut => corrections.CarveOutAsync(
                clerk, new() { Stay = stay, At = found.StartedAt + Duration.FromMinutes(2), Until = found.StartedAt + Duration.FromMinutes(2 + step.Amount), Reason = "equipo", Approver = world.Approver() }, ct),
            StayAct.Reopen => corrections.ReopenAsync(supervisor, new() { Stay = stay, Gap = step.Amount % 2 == 0 ? GapMode.Billable : GapMode.NotBillable, Reason = "volvió" }, ct),
            StayAct.Invoice => bills.InvoiceAsync(cashier, new() { Stay = stay }, ct),
            StayAct.Settle => bills.SettleAsync(cashier, new() { Stay = stay, Reason = "R-1" }, ct),
            StayAct.Credit => bills.CreditAsync(supervisor, new() { Stay = stay, Reason = "error" }, ct),
            StayAct.Waive => corrections.MarkNotBillableAsync(supervisor, new() { Stay = stay, Reason = "convenio" }, ct),
            StayAct.EnterInError => corrections.EnterInErrorAsync(supervisor, new() { Stay = stay, Reason = "otro" }, ct),
            _ => bills.RepriceAsync(cashier, new(stay, "tarifa"), ct),
        }).ConfigureAwait(false);
    }
}
