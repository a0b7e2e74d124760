using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Tests.Kit;

namespace Clinic.Pharmacy.Tests.Requisitions;

/// <summary>A ward that asks the pharmacy of the hospital, with one person for each part.</summary>
public sealed class RequisitionKit
{
    private RequisitionKit(Hospital hospital, Presentation presentation)
    {
        H = hospital;
        P = presentation;
        Nurse = Somebody(21, Role.Nurse, hospital.WardDepartment);
        Receiver = Somebody(22, Role.Nurse, hospital.WardDepartment);
        Approver = Somebody(23, Role.Pharmacist, hospital.PharmacyDepartment);
        Sender = Somebody(24, Role.Auxiliary, hospital.PharmacyDepartment);
        Stranger = Somebody(25, Role.Pharmacist, Hospital.Id<DepartmentId>(9));
    }

    public Hospital H { get; }

    public Presentation P { get; }

    public Actor Nurse { get; }

    public Actor Receiver { get; }

    public Actor Approver { get; }

    public Actor Sender { get; }

    public Actor Stranger { get; }

    public RequisitionDrafting Drafting => H.Get<RequisitionDrafting>();

    public RequisitionApproval Approval => H.Get<RequisitionApproval>();

    public RequisitionFulfilment Fulfilment => H.Get<RequisitionFulfilment>();

    public RequisitionReceiving Receiving => H.Get<RequisitionReceiving>();

    public RequisitionInquiries Inquiries => H.Get<RequisitionInquiries>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<RequisitionKit> OpenAsync(Action<RequisitionOptions>? configure = null)
    {
        var h = new Hospital();
        configure?.Invoke(h.Get<Microsoft.Extensions.Options.IOptions<RequisitionOptions>>().Value);
        return new(h, await h.PresentationAsync());
    }

    public static Actor Somebody(int number, Role role, DepartmentId department) => new(Hospital.Id<PersonId>(number), [role], [department]);

    public static Quantity Tablets(decimal value) => new(value, UnitCode.Tablet);

    public RequisitionData Data(decimal asked) => new(H.Ward, H.Store, [new(P.Id, Tablets(asked))]);

    public async Task<RequisitionId> DraftAsync(decimal asked) => (await Drafting.DraftAsync(H.As(Nurse), new(Data(asked)), Ct)).Requisition;

    public async Task<RequisitionId> SubmittedAsync(decimal asked)
    {
        var id = await DraftAsync(asked);
        await Drafting.SubmitAsync(H.As(Nurse), new(id), Ct);
        return id;
    }

    public async Task<RequisitionId> PickingAsync(decimal asked, decimal? granted = null)
    {
        var id = await SubmittedAsync(asked);
        await Approval.ApproveAsync(H.As(Approver), new(id, Lines: granted is { } g ? [new(P.Id, Tablets(g), "no alcanza")] : null), Ct);
        await Fulfilment.PickAsync(H.As(Sender), new(id), Ct);
        return id;
    }

    public Task<RequisitionAnswer> SendAsync(RequisitionId id, decimal? quantity = null) =>
        Fulfilment.DispatchAsync(H.As(Sender), new(id, quantity is { } q ? [new(P.Id, Tablets(q))] : null), Ct);

    public async Task<RequisitionFigures> FiguresAsync(RequisitionId id) => (await ReadAsync(id)).Figures[0];

    public async Task<Requisition> ReadAsync(RequisitionId id) => (await H.Get<IRequisitionStore>().FindAsync(H.Tenant, id, Ct))!;

    public async Task<(decimal Store, decimal Transit, decimal Ward, decimal Quarantine)> PlacesAsync(LotId lot) =>
        (await H.OnHandAsync(lot), await H.OnHandAsync(lot, H.Transit), await H.OnHandAsync(lot, H.Ward), await H.OnHandAsync(lot, H.Quarantine));

    public async Task<IReadOnlyList<string>> EventsAsync() =>
        [.. (await H.Get<IOutbox>().LeaseAsync(H.Tenant, H.Clock.Now, H.Clock.Now, 100, Ct)).Where(e => e.Type.StartsWith("pharmacy.requisition-", StringComparison.Ordinal)).Select(e => e.Type["pharmacy.requisition-".Length..])];
}
