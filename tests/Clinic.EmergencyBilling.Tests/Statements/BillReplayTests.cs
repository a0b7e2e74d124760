using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using static Clinic.EmergencyBilling.Tests.Kit.Reception;

namespace Clinic.EmergencyBilling.Tests.Statements;

/// <summary>Double taps and lost answers on tariffs and bills: a command happens once, and another under its id is refused.</summary>
public class BillReplayTests
{
    private delegate Task<object> Call(CommandContext x, bool other);

    public static TheoryData<string> Commands { get; } =
        ["create-tariff", "draft-tariff", "publish-tariff", "end-tariff", "holidays", "invoice", "settle", "credit", "reprice", "ask-again"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_repeated_answers_the_same_and_changes_nothing(string name)
    {
        var (world, role, call) = await PreparedAsync(name);
        var x = world.As(role);
        var first = await call(x, false);
        var before = await SeenAsync(world);

        var again = await call(x, false);
        var other = await Record.ExceptionAsync(() => call(x, true));

        Assert.Equal(first, again);
        Assert.IsType<ClinicRuleException>(other);
        Assert.Equal(before, await SeenAsync(world));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_sent_six_times_at_once_happens_once(string name)
    {
        var (world, role, call) = await PreparedAsync(name);
        var x = world.As(role);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => call(x, false))));

        Assert.Single(answers.Distinct());
    }

    private static async Task<(Reception World, Role Role, Call Call)> PreparedAsync(string name)
    {
        var isStay = name is "invoice" or "settle" or "credit" or "reprice" or "ask-again";
        var world = await OpenAsync(storedTariffs: !isStay, issuer: name == "ask-again" ? new Refusing() : null);
        return isStay ? await BillAsync(world, name) : await TariffAsync(world, name);
    }

    private static async Task<(Reception, Role, Call)> TariffAsync(Reception world, string name)
    {
        var desk = world.Get<TariffDesk>();
        var terms = Prices.Terms(Prices.Hourly(10m));
        if (name == "create-tariff") return (world, Role.Supervisor, async (x, other) => await desk.CreateAsync(x, new("Público", new(other ? "IESS" : null, null, null), "inicio"), Ct));
        if (name == "holidays")
        {
            return (world, Role.Supervisor, async (x, other) => await world.Get<HolidayCalendars>().SetAsync(
                x, new(0, "Ecuador", new(2026, 1, 1), new(2026, 12, 31), other ? [] : [new(new(2026, 1, 1), "Año Nuevo")], "inicio"), Ct));
        }

        var tariff = (await desk.CreateAsync(world.As(Role.Supervisor), new("Público", TariffKey.Base, "inicio"), Ct)).Tariff;
        if (name == "draft-tariff") return (world, Role.Supervisor, async (x, other) => await desk.DraftAsync(x, new(tariff, 1, terms, AStay.Nine, other ? "otra" : "inicio"), Ct));
        await desk.DraftAsync(world.As(Role.Supervisor), new(tariff, 1, terms, AStay.Nine, "inicio"), Ct);
        if (name == "publish-tariff") return (world, Role.Administrator, async (x, other) => await desk.PublishAsync(x, new(tariff, 2, 1, other ? "otra" : "revisada"), Ct));
        await desk.PublishAsync(world.As(Role.Administrator), new(tariff, 2, 1, "revisada"), Ct);
        return (world, Role.Administrator, async (x, other) => await desk.EndAsync(x, new(tariff, 3, AStay.At(other ? 90 : 60), "fin"), Ct));
    }

    private static async Task<(Reception, Role, Call)> BillAsync(Reception world, string name)
    {
        var desk = world.Get<StatementDesk>();
        var stay = await world.ClosedAsync();
        if (name == "reprice")
        {
            world.Book = Prices.Book(Prices.Terms(Prices.Hourly(48m)));
            return (world, Role.Cashier, async (x, other) => await desk.RepriceAsync(x, new(stay, other ? "otra" : "corregida"), Ct));
        }

        if (name == "invoice") return (world, Role.Cashier, async (x, other) => await desk.InvoiceAsync(x, new() { Stay = stay, Reason = other ? "otra" : null }, Ct));
        await desk.InvoiceAsync(world.As(Role.Cashier), new() { Stay = stay }, Ct);
        await world.Get<StayInvoicing>().RunDueAsync(world.Tenant, 10, Ct);
        var invoice = (await world.Get<StatementInquiries>().BillAsync(world.As(Role.Cashier), stay, Ct)).Invoices[0].Id;
        return name switch
        {
            "settle" => (world, Role.Cashier, async (x, other) => await desk.SettleAsync(x, new() { Stay = stay, Reason = other ? "R-2" : "R-1" }, Ct)),
            "credit" => (world, Role.Supervisor, async (x, other) => await desk.CreditAsync(x, new() { Stay = stay, Reason = other ? "otra" : "error" }, Ct)),
            _ => (world, Role.Cashier, async (x, other) => await world.Get<StayInvoicing>().AskAgainAsync(x, new(invoice, other ? 9 : null), Ct)),
        };
    }

    private static async Task<(int Events, int Audit)> SeenAsync(Reception world) =>
        ((await world.EventsAsync()).Count, (await world.Get<IAuditLog>().ListAsync(world.Tenant, new AuditQuery { Outcome = AuditOutcome.Accepted }, new PageRequest(500), Ct)).Items.Count);

    private sealed class Refusing : IStayInvoiceIssuer
    {
        public Task<StayInvoiceOutcome> IssueAsync(StayInvoiceRequest request, CancellationToken cancellationToken) =>
            Task.FromResult<StayInvoiceOutcome>(new StayInvoiceOutcome.Rejected("RUC inválido"));
    }
}
