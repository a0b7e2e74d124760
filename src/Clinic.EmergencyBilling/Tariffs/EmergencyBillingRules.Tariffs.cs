using Clinic.Abstractions;

namespace Clinic.EmergencyBilling;

public static partial class EmergencyBillingRules
{
    /// <summary>An amount has more decimals than its currency.</summary>
    public const string RateTooFine = "EMB110";

    /// <summary>An amount or percentage is negative.</summary>
    public const string RateNegative = "EMB111";

    /// <summary>A calendar names one date twice.</summary>
    public const string HolidayTwice = "EMB112";

    /// <summary>Time between two published versions would have no price.</summary>
    public const string TariffGap = "EMB113";

    /// <summary>Two published versions would hold at the same time.</summary>
    public const string TariffOverlap = "EMB114";

    /// <summary>Two tariffs fit a stay equally well.</summary>
    public const string EquallySpecific = "EMB115";

    /// <summary>Tariffs of different currencies would price one stay.</summary>
    public const string CurrenciesMixed = "EMB116";

    /// <summary>Some instant would have no price.</summary>
    public const string FallbackMissing = "EMB117";

    /// <summary>A code or priority is used twice in a version.</summary>
    public const string CodeTwice = "EMB118";

    /// <summary>Surcharges of different kinds have no highest one.</summary>
    public const string SurchargesNotComparable = "EMB119";

    /// <summary>A block price cannot be divided between versions.</summary>
    public const string SplitNeedsAdditive = "EMB120";

    /// <summary>Daily metering cannot round into the next day.</summary>
    public const string LocalDayNeedsLastBand = "EMB121";

    /// <summary>A component names a tax that the version lacks.</summary>
    public const string TaxUnknown = "EMB122";

    /// <summary>Tiers or steps do not rise to an open end.</summary>
    public const string TiersUnordered = "EMB123";

    /// <summary>A threshold is not within its block.</summary>
    public const string ThresholdOutside = "EMB124";

    /// <summary>The status of a version does not allow the act.</summary>
    public const string VersionTransitionRefused = "EMB125";

    /// <summary>Caps whose windows or stages cannot be ordered.</summary>
    public const string CapsContradict = "EMB126";

    /// <summary>The stored content of a version is not what was hashed.</summary>
    public const string ContentChanged = "EMB127";

    /// <summary>No version of this number is stored.</summary>
    public const string VersionUnknown = "EMB128";

    /// <summary>The prices never apply: an earlier one takes every instant.</summary>
    public const string Unreachable = "EMB129";

    /// <summary>The tariff is not known at this site.</summary>
    public const string TariffUnknown = "EMB130";

    /// <summary>Somebody changed it since it was read.</summary>
    public const string StaleVersion = "EMB131";

    /// <summary>Who wrote a version may not publish it.</summary>
    public const string PublisherIsAuthor = "EMB132";

    /// <summary>A new version would change prices of the past.</summary>
    public const string ChangesThePast = "EMB133";

    /// <summary>A tariff cannot end in the past.</summary>
    public const string EndInThePast = "EMB134";

    /// <summary>No version of the tariff is in force without an end.</summary>
    public const string NothingOpen = "EMB135";

    /// <summary>No calendar of this version is stored for the site.</summary>
    public const string CalendarUnknown = "EMB136";

    private static IEnumerable<RuleText> TariffTexts() =>
    [
        new(TariffUnknown, RuleKind.NotFound,
            "The tariff {tariff} is not known at this site.",
            "La tarifa {tariff} no existe en esta sede."),
        new(StaleVersion, RuleKind.Conflict,
            "The {kind} was changed since: version {asked} was read, {found} is stored.",
            "{kind}: hubo un cambio desde la lectura; se leyó la versión {asked} y está guardada la {found}."),
        new(PublisherIsAuthor, RuleKind.Refused,
            "Version {version} must be published by somebody else than its author.",
            "La versión {version} debe publicarla una persona distinta de quien la escribió."),
        new(ChangesThePast, RuleKind.Refused,
            "The version would begin at {from}, before now ({now}), while version {version} is in force; write a correction of that version instead.",
            "La versión empezaría el {from}, antes de ahora ({now}), mientras rige la versión {version}; escriba una corrección de esa versión."),
        new(EndInThePast, RuleKind.Refused,
            "The tariff cannot end at {at}; it is {now} already.",
            "La tarifa no puede terminar el {at}; ya es {now}."),
        new(NothingOpen, RuleKind.Refused,
            "The tariff {tariff} has no published version without an end.",
            "La tarifa {tariff} no tiene una versión publicada sin fecha de fin."),
        new(CalendarUnknown, RuleKind.NotFound,
            "The site has no holiday calendar of version {version}.",
            "La sede no tiene un calendario de feriados de versión {version}."),
        new(RateTooFine, RuleKind.Malformed,
            "{field} is {found}; {currency} allows {allowed} decimals.",
            "{field} es {found}; {currency} admite {allowed} decimales."),
        new(RateNegative, RuleKind.Malformed,
            "{field} is {found}; it must not be negative.",
            "{field} es {found}; no puede ser negativo."),
        new(HolidayTwice, RuleKind.Malformed,
            "The date {date} is in the calendar twice.",
            "La fecha {date} está dos veces en el calendario."),
        new(TariffGap, RuleKind.Refused,
            "From {from} to {to} no version would be in force; let the new one begin at {from}.",
            "Desde {from} hasta {to} no regiría ninguna versión; haga que la nueva empiece el {from}."),
        new(TariffOverlap, RuleKind.Refused,
            "Version {version} overlaps version {other}, which begins at {from}.",
            "La versión {version} se superpone a la versión {other}, que empieza el {from}."),
        new(EquallySpecific, RuleKind.Refused,
            "The tariffs {tariff} and {other} have the same key {key}; only one may price it.",
            "Las tarifas {tariff} y {other} tienen la misma clave {key}; solo una puede fijar el precio."),
        new(CurrenciesMixed, RuleKind.Refused,
            "The tariff {tariff} is in {currency}; the others are in {other}.",
            "La tarifa {tariff} está en {currency}; las demás están en {other}."),
        new(FallbackMissing, RuleKind.Refused,
            "The last time price must apply always, or some instant would have no price.",
            "El último precio por tiempo debe regir siempre; si no, algún instante quedaría sin precio."),
        new(CodeTwice, RuleKind.Malformed,
            "{field} {value} is used twice.",
            "{field} {value} se usa dos veces."),
        new(SurchargesNotComparable, RuleKind.Refused,
            "Percentages and amounts per hour have no highest one; choose another stacking.",
            "Entre porcentajes y montos por hora no hay un mayor; elija otra forma de acumular."),
        new(SplitNeedsAdditive, RuleKind.Refused,
            "{code} prices blocks or the whole time, which cannot be divided at the instant of a tariff change.",
            "{code} cobra bloques o el tiempo entero, que no se pueden dividir en el instante de un cambio de tarifa."),
        new(LocalDayNeedsLastBand, RuleKind.Refused,
            "Metering by date cannot round forward into the next date; choose the last band.",
            "La medición por fecha no puede redondear hacia la fecha siguiente; elija la última franja."),
        new(TaxUnknown, RuleKind.Malformed,
            "{code} names the tax {tax}, which the version does not have.",
            "{code} nombra el impuesto {tax}, que la versión no tiene."),
        new(TiersUnordered, RuleKind.Malformed,
            "The tiers of {code} must have rising limits and only the last one none.",
            "Los tramos de {code} deben tener límites crecientes y solo el último sin límite."),
        new(ThresholdOutside, RuleKind.Malformed,
            "{field}: the threshold {threshold} must be more than zero and at most the block {block}.",
            "{field}: el umbral {threshold} debe ser mayor que cero y a lo sumo el bloque {block}."),
        new(VersionTransitionRefused, RuleKind.Refused,
            "Version {version} is {status}; only a draft can be published, and only a published one corrected.",
            "La versión {version} está en estado {status}; solo un borrador se publica y solo una publicada se corrige."),
        new(CapsContradict, RuleKind.Refused,
            "A version has at most one cap per day or rolling window and one per stay, all at the same stage.",
            "Una versión tiene a lo sumo un tope por día o ventana móvil y uno por estancia, todos en la misma etapa."),
        new(ContentChanged, RuleKind.Conflict,
            "The content of version {version} does not match its hash.",
            "El contenido de la versión {version} no coincide con su huella."),
        new(VersionUnknown, RuleKind.NotFound,
            "The tariff has no version {version}.",
            "La tarifa no tiene la versión {version}."),
        new(Unreachable, RuleKind.Refused,
            "{code} never applies: {other} before it applies always.",
            "{code} nunca rige: {other}, que va antes, rige siempre."),
    ];
}
