namespace Clinic.Abstractions;

/// <summary>Permanent codes that belong to no single domain.</summary>
public static class ClinicRules
{
    /// <summary>The command id was used before for another content or by another actor.</summary>
    public const string CommandReused = "CLN101";

    /// <summary>Somebody else changed the same facts, and repeating did not help.</summary>
    public const string LostRace = "CLN102";

    /// <summary>An id, text or figure of the request is malformed.</summary>
    public const string Malformed = "CLN103";

    /// <summary>The actor has none of the roles that the action needs.</summary>
    public const string RoleMissing = "CLN201";

    /// <summary>The actor does not belong to the department that the action touches.</summary>
    public const string DepartmentMissing = "CLN202";

    /// <summary>The PIN, badge or password was not accepted.</summary>
    public const string CredentialRefused = "CLN203";

    /// <summary>Too many failed attempts; the credential is locked for a while.</summary>
    public const string CredentialLocked = "CLN204";

    /// <summary>The person is unknown or retired.</summary>
    public const string PersonUnknown = "CLN205";

    /// <summary>A site, department or location is unknown.</summary>
    public const string PlaceUnknown = "CLN206";

    /// <summary>The secret is too short, too long or too simple.</summary>
    public const string SecretTooWeak = "CLN207";

    /// <summary>The name, sign-in name or badge is taken by somebody else.</summary>
    public const string NameTaken = "CLN208";

    /// <summary>The secret has the right length and is among the first guesses.</summary>
    public const string SecretTooSimple = "CLN209";

    /// <summary>The clinic would have no administrator left.</summary>
    public const string LastAdministrator = "CLN210";

    /// <summary>The version the caller read is not the stored one.</summary>
    public const string StaleVersion = "CLN211";

    /// <summary>The clinic has people already, so the first administrator was there.</summary>
    public const string FirstAdministratorExists = "CLN212";

    /// <summary>The patient is unknown.</summary>
    public const string PatientUnknown = "CLN213";

    /// <summary>The document belongs to another patient.</summary>
    public const string DocumentTaken = "CLN214";

    /// <summary>No job of this name is registered.</summary>
    public const string JobUnknown = "CLN215";

    /// <summary>The declared media type of an attachment is not among the allowed ones.</summary>
    public const string AttachmentTypeNotAllowed = "CLN301";

    /// <summary>The content of an attachment is of another type than declared.</summary>
    public const string AttachmentTypeDiffers = "CLN302";

    /// <summary>The attachment is empty or too large.</summary>
    public const string AttachmentSizeNotAllowed = "CLN303";

    /// <summary>The attachment is unknown.</summary>
    public const string AttachmentUnknown = "CLN304";

    /// <summary>The key under which the attachment was sealed is not configured.</summary>
    public const string AttachmentKeyMissing = "CLN305";

    /// <summary>Content or description of the attachment were changed, or the key of that id is another one.</summary>
    public const string AttachmentNotGenuine = "CLN306";

    /// <summary>The sentences of these codes.</summary>
    public static RuleTexts Texts { get; } = new(
    [
        new(CommandReused, RuleKind.Conflict,
            "The command id {command} was used before for something else. Use a new id for a new command.",
            "El id de comando {command} ya se usó para otra cosa. Use un id nuevo para un comando nuevo."),
        new(LostRace, RuleKind.Conflict,
            "Somebody else changed {facts} at the same time. Load it again and repeat.",
            "Otra persona cambió {facts} al mismo tiempo. Vuelva a cargar y repita."),
        new(Malformed, RuleKind.Malformed,
            "{field}: found {found}; allowed is {allowed}.",
            "{field}: se encontró {found}; se admite {allowed}."),
        new(RoleMissing, RuleKind.Forbidden,
            "{action} needs one of the roles {allowed}; the actor has {found}.",
            "{action} requiere uno de los roles {allowed}; el actor tiene {found}."),
        new(DepartmentMissing, RuleKind.Forbidden,
            "{action} touches the department {department}, to which the actor does not belong.",
            "{action} afecta al departamento {department}, al que el actor no pertenece."),
        new(CredentialRefused, RuleKind.Forbidden,
            "The {kind} was not accepted.",
            "No se aceptó: {kind}."),
        new(CredentialLocked, RuleKind.Forbidden,
            "Too many failed attempts with the {kind}; locked until {until}.",
            "Demasiados intentos fallidos ({kind}); bloqueado hasta {until}."),
        new(PersonUnknown, RuleKind.NotFound,
            "The person {person} is not known here or has been retired.",
            "La persona {person} no consta aquí o fue dada de baja."),
        new(PlaceUnknown, RuleKind.NotFound,
            "The {kind} {id} is not known in this clinic.",
            "No consta en esta clínica: {kind} {id}."),
        new(SecretTooWeak, RuleKind.Refused,
            "The {kind} has {found} characters; allowed is {allowed}.",
            "El secreto ({kind}) tiene {found} caracteres; se admite {allowed}."),
        new(NameTaken, RuleKind.Conflict,
            "The {kind} is taken by somebody else.",
            "Ya lo usa otra persona: {kind}."),
        new(SecretTooSimple, RuleKind.Refused,
            "The {kind} is too easy to guess or has a wrong form; needed is: {allowed}.",
            "El secreto ({kind}) es fácil de adivinar o tiene una forma incorrecta; se necesita: {allowed}."),
        new(LastAdministrator, RuleKind.Refused,
            "The clinic would have no administrator left; make somebody else administrator first.",
            "La clínica quedaría sin administrador; nombre primero a otro administrador."),
        new(StaleVersion, RuleKind.Conflict,
            "The {kind} was read at version {asked} and is now at version {found}.",
            "El registro ({kind}) se leyó en la versión {asked} y ahora está en la versión {found}."),
        new(FirstAdministratorExists, RuleKind.Refused,
            "There are people in this clinic already; an administrator adds the others.",
            "Ya hay personas en esta clínica; un administrador agrega a las demás."),
        new(PatientUnknown, RuleKind.NotFound,
            "The patient is not known here.",
            "El paciente no consta aquí."),
        new(DocumentTaken, RuleKind.Conflict,
            "A patient with this document is registered already; look them up by it.",
            "Ya hay un paciente registrado con este documento; búsquelo por él."),
        new(JobUnknown, RuleKind.NotFound,
            "No job is called {job}; the list of jobs has the names.",
            "Ninguna tarea se llama {job}; la lista de tareas tiene los nombres."),
        new(AttachmentTypeNotAllowed, RuleKind.Refused,
            "The media type {found} cannot be attached; allowed is {allowed}.",
            "El tipo {found} no se puede adjuntar; se admite {allowed}."),
        new(AttachmentTypeDiffers, RuleKind.Refused,
            "The attachment is declared as {declared}; its content is {found}.",
            "El adjunto se declaró como {declared}; su contenido es {found}."),
        new(AttachmentSizeNotAllowed, RuleKind.Refused,
            "The attachment has {found} bytes; allowed is 1 to {largest}.",
            "El adjunto tiene {found} bytes; se admite de 1 a {largest}."),
        new(AttachmentUnknown, RuleKind.NotFound,
            "The attachment {attachment} is not known here.",
            "El adjunto {attachment} no consta aquí."),
        new(AttachmentKeyMissing, RuleKind.Refused,
            "The attachment {attachment} was sealed with the key {key}, which is not configured; add it to the old keys.",
            "El adjunto {attachment} se selló con la clave {key}, que no está configurada; agréguela a las claves anteriores."),
        new(AttachmentNotGenuine, RuleKind.Refused,
            "The attachment {attachment} cannot be opened: it was changed, or the key {key} is another one.",
            "El adjunto {attachment} no se puede abrir: fue alterado, o la clave {key} es otra."),
    ], ClinicWords.Spanish);
}
