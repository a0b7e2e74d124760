using Clinic.Abstractions;

namespace Clinic.Api.Problems;

/// <summary>Permanent codes of what goes wrong before a request reaches a domain.</summary>
public static class ApiRules
{
    /// <summary>The request carries no token, or one that is wrong or has ended.</summary>
    public const string NotSignedIn = "API101";

    /// <summary>The route needs a role that the person does not have.</summary>
    public const string RoleMissing = "API102";

    /// <summary>There is no such route.</summary>
    public const string RouteUnknown = "API103";

    /// <summary>The route does not know the method.</summary>
    public const string MethodNotAllowed = "API104";

    /// <summary>Nothing of this id is stored.</summary>
    public const string NothingOfThatId = "API105";

    /// <summary>The body has more bytes than allowed.</summary>
    public const string BodyTooLarge = "API110";

    /// <summary>The body is not of the media type that the route takes.</summary>
    public const string MediaTypeUnsupported = "API111";

    /// <summary>The request has no body.</summary>
    public const string BodyMissing = "API112";

    /// <summary>The body is not readable as JSON or UTF-8 text.</summary>
    public const string BodyUnreadable = "API113";

    /// <summary>A field of the body is missing.</summary>
    public const string FieldMissing = "API114";

    /// <summary>A field of the body is not known.</summary>
    public const string FieldUnknown = "API115";

    /// <summary>A field of the body cannot be read.</summary>
    public const string FieldInvalid = "API116";

    /// <summary>A text holds control characters or broken Unicode.</summary>
    public const string TextForbidden = "API117";

    /// <summary>A parameter of route or query cannot be read, or is missing.</summary>
    public const string ParameterInvalid = "API118";

    /// <summary>The header Idempotency-Key is missing.</summary>
    public const string IdempotencyKeyMissing = "API120";

    /// <summary>The header Idempotency-Key is no UUID.</summary>
    public const string IdempotencyKeyMalformed = "API121";

    /// <summary>The clinic has several sites, or none, and the header Clinic-Site names none.</summary>
    public const string SiteNeeded = "API122";

    /// <summary>Neither the body nor If-Match says which version was read, or they differ.</summary>
    public const string VersionNeeded = "API123";

    /// <summary>Too many requests from one address.</summary>
    public const string TooManyRequests = "API130";

    /// <summary>Something failed that is not the caller's fault.</summary>
    public const string Unexpected = "API190";

    /// <summary>The database is busy or cannot be reached for the moment.</summary>
    public const string NotReady = "API191";

    /// <summary>The sentences of these codes.</summary>
    public static RuleTexts Texts { get; } = new(
    [
        new(NotSignedIn, RuleKind.Forbidden,
            "Sign in first: the request carries no token, or one that is wrong or has ended.",
            "Inicie sesión primero: la solicitud no lleva token, o este es incorrecto o ya terminó."),
        new(RoleMissing, RuleKind.Forbidden,
            "{action} needs one of the roles {allowed}; the person has {found}.",
            "{action} requiere uno de los roles {allowed}; la persona tiene {found}."),
        new(RouteUnknown, RuleKind.NotFound,
            "There is nothing at {path}; /openapi/v1.json lists the routes.",
            "No hay nada en {path}; /openapi/v1.json lista las rutas."),
        new(MethodNotAllowed, RuleKind.Malformed,
            "{path} does not take {found}; allowed is {allowed}.",
            "{path} no admite {found}; se admite {allowed}."),
        new(NothingOfThatId, RuleKind.NotFound,
            "The {kind} {id} is not known here.",
            "No consta: {kind} {id}."),
        new(BodyTooLarge, RuleKind.Malformed,
            "The body is too large; at most {allowed} bytes.",
            "El cuerpo es demasiado grande; como máximo {allowed} bytes."),
        new(MediaTypeUnsupported, RuleKind.Malformed,
            "The body is of the type {found}; allowed is {allowed}.",
            "El cuerpo es de tipo {found}; se admite {allowed}."),
        new(BodyMissing, RuleKind.Malformed,
            "The request needs a body: {allowed}.",
            "La solicitud necesita un cuerpo: {allowed}."),
        new(BodyUnreadable, RuleKind.Malformed,
            "The body cannot be read at line {line}, byte {position}.",
            "No se puede leer el cuerpo en la línea {line}, byte {position}."),
        new(FieldMissing, RuleKind.Malformed,
            "The field {field} is missing.",
            "Falta el campo {field}."),
        new(FieldUnknown, RuleKind.Malformed,
            "The field {field} is not known, or stands twice.",
            "El campo {field} no se conoce o aparece dos veces."),
        new(FieldInvalid, RuleKind.Malformed,
            "The field {field} cannot be read; allowed is {allowed}.",
            "No se puede leer el campo {field}; se admite {allowed}."),
        new(TextForbidden, RuleKind.Malformed,
            "The field {field} holds {found}; allowed is text without control characters.",
            "El campo {field} contiene {found}; se admite texto sin caracteres de control."),
        new(ParameterInvalid, RuleKind.Malformed,
            "The parameter {parameter} is {found}; allowed is {allowed}.",
            "El parámetro {parameter} es {found}; se admite {allowed}."),
        new(IdempotencyKeyMissing, RuleKind.Malformed,
            "The header Idempotency-Key is missing; send a new UUID for each intended change, and the same one when repeating it.",
            "Falta el encabezado Idempotency-Key; envíe un UUID nuevo por cada cambio y el mismo al repetirlo."),
        new(IdempotencyKeyMalformed, RuleKind.Malformed,
            "The header Idempotency-Key is {found}; allowed is one UUID.",
            "El encabezado Idempotency-Key es {found}; se admite un UUID."),
        new(SiteNeeded, RuleKind.Malformed,
            "The header Clinic-Site is {found}; the clinic has {count} sites, name one by its UUID.",
            "El encabezado Clinic-Site es {found}; la clínica tiene {count} sitios, indique uno por su UUID."),
        new(VersionNeeded, RuleKind.Malformed,
            "Say which version was read, as the field version or the header If-Match; found {found}.",
            "Indique la versión leída, en el campo version o el encabezado If-Match; se encontró {found}."),
        new(TooManyRequests, RuleKind.Forbidden,
            "Too many requests; wait {seconds} seconds.",
            "Demasiadas solicitudes; espere {seconds} segundos."),
        new(Unexpected, RuleKind.Refused,
            "Something failed that is not your fault; nothing was changed unless a repetition with the same Idempotency-Key says so.",
            "Algo falló sin culpa suya; nada cambió, salvo que una repetición con la misma Idempotency-Key diga lo contrario."),
        new(NotReady, RuleKind.Refused,
            "The database is busy or cannot be reached; repeat in {seconds} seconds with the same Idempotency-Key.",
            "La base de datos está ocupada o no responde; repita en {seconds} segundos con la misma Idempotency-Key."),
    ]);
}
