using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    /// <summary>No requisition of this id is stored, or none that the actor may see.</summary>
    public const string RequisitionUnknown = "PHA701";

    /// <summary>The requisition does not allow this in its status.</summary>
    public const string RequisitionTransitionRefused = "PHA702";

    /// <summary>A department asks itself.</summary>
    public const string RequisitionSameDepartment = "PHA703";

    /// <summary>Who submitted a requisition approves it.</summary>
    public const string RequisitionApproverIsRequester = "PHA704";

    /// <summary>More is granted than was asked.</summary>
    public const string RequisitionApprovedTooMuch = "PHA705";

    /// <summary>Less is granted than was asked, and nobody says why.</summary>
    public const string RequisitionCutWithoutReason = "PHA706";

    /// <summary>Nothing is granted; that is a refusal.</summary>
    public const string RequisitionNothingApproved = "PHA707";

    /// <summary>The presentation is no line of the requisition.</summary>
    public const string RequisitionLineUnknown = "PHA708";

    /// <summary>More leaves than is still to be sent.</summary>
    public const string RequisitionSentTooMuch = "PHA709";

    /// <summary>Who sent a delivery receives it.</summary>
    public const string RequisitionReceiverIsSender = "PHA710";

    /// <summary>The transfer is no delivery of the requisition.</summary>
    public const string RequisitionDeliveryUnknown = "PHA711";

    /// <summary>More arrives of a lot than is outstanding.</summary>
    public const string RequisitionReceivedTooMuch = "PHA712";

    /// <summary>Goods must be set aside and the site has no quarantine, or the location is none.</summary>
    public const string RequisitionQuarantineMissing = "PHA713";

    /// <summary>Nothing of the delivery is outstanding.</summary>
    public const string RequisitionNothingShort = "PHA714";

    /// <summary>Everything granted was sent, or the rest is closed.</summary>
    public const string RequisitionNothingToSend = "PHA715";

    /// <summary>The date by which it is needed has passed.</summary>
    public const string RequisitionNeededTooEarly = "PHA716";

    /// <summary>The minimum is negative or above the maximum.</summary>
    public const string StockLevelInvalid = "PHA717";

    /// <summary>Several deliveries are open, and none is named.</summary>
    public const string RequisitionDeliveryNotNamed = "PHA718";

    private static IEnumerable<RuleText> RequisitionsTexts() =>
    [
        new(RequisitionUnknown, RuleKind.NotFound,
            "The requisition {requisition} is not known.",
            "El pedido {requisition} no consta."),
        new(RequisitionTransitionRefused, RuleKind.Refused,
            "The requisition {requisition} is {status}; {trigger} is not allowed, only {allowed}.",
            "El pedido {requisition} está {status}; no se admite {trigger}, solo {allowed}."),
        new(RequisitionSameDepartment, RuleKind.Refused,
            "The department {department} cannot ask itself; move the stock instead.",
            "El departamento {department} no puede pedirse a sí mismo; traslade la mercadería."),
        new(RequisitionApproverIsRequester, RuleKind.Refused,
            "The requisition {requisition} must be approved by another person than the one who submitted it.",
            "El pedido {requisition} debe aprobarlo otra persona que la que lo envió."),
        new(RequisitionApprovedTooMuch, RuleKind.Refused,
            "Of the presentation {presentation} {asked} was asked; {found} cannot be approved.",
            "De la presentación {presentation} se pidió {asked}; no se puede aprobar {found}."),
        new(RequisitionCutWithoutReason, RuleKind.Malformed,
            "Less of the presentation {presentation} is approved than was asked; a reason is needed.",
            "Se aprueba menos de lo pedido de la presentación {presentation}; se necesita un motivo."),
        new(RequisitionNothingApproved, RuleKind.Refused,
            "Nothing of the requisition {requisition} is approved; reject it instead.",
            "No se aprueba nada del pedido {requisition}; rechácelo."),
        new(RequisitionLineUnknown, RuleKind.Refused,
            "The presentation {presentation} is not in the requisition.",
            "La presentación {presentation} no está en el pedido."),
        new(RequisitionSentTooMuch, RuleKind.Refused,
            "Asked {asked} of the presentation {presentation} to send; still to be sent is {allowed}.",
            "Se quiso enviar {asked} de la presentación {presentation}; falta enviar {allowed}."),
        new(RequisitionReceiverIsSender, RuleKind.Refused,
            "Who sent the delivery {transfer} cannot receive it.",
            "Quien envió la entrega {transfer} no puede recibirla."),
        new(RequisitionDeliveryUnknown, RuleKind.NotFound,
            "The transfer {transfer} is no delivery of the requisition.",
            "El traslado {transfer} no es una entrega del pedido."),
        new(RequisitionReceivedTooMuch, RuleKind.Refused,
            "Of lot {lot} {asked} would arrive; outstanding is {found}.",
            "Del lote {lot} llegaría {asked}; falta por llegar {found}."),
        new(RequisitionQuarantineMissing, RuleKind.Refused,
            "Damaged or blocked goods must be set aside, and {location} is no quarantine of the site {site}.",
            "La mercadería dañada o bloqueada debe apartarse, y {location} no es una cuarentena del sitio {site}."),
        new(RequisitionNothingShort, RuleKind.Refused,
            "Nothing of {transfer} is outstanding.",
            "No falta nada por llegar de {transfer}."),
        new(RequisitionNothingToSend, RuleKind.Refused,
            "Nothing of the requisition {requisition} is still to be sent.",
            "No falta nada por enviar del pedido {requisition}."),
        new(RequisitionNeededTooEarly, RuleKind.Malformed,
            "It cannot be needed by {found}; today is {allowed}.",
            "No puede necesitarse para el {found}; hoy es {allowed}."),
        new(StockLevelInvalid, RuleKind.Malformed,
            "The minimum {minimum} must be zero or more and at most the maximum {maximum}.",
            "El mínimo {minimum} debe ser cero o más y no pasar del máximo {maximum}."),
        new(RequisitionDeliveryNotNamed, RuleKind.Malformed,
            "The requisition {requisition} has {found} open deliveries; say which one is meant.",
            "El pedido {requisition} tiene {found} entregas abiertas; indique cuál."),
    ];
}
