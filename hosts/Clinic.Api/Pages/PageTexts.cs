using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Api.Problems;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Clinic.Api.Pages;

/// <summary>The words of the page in Spanish or English.</summary>
internal sealed class PageTexts(string language)
{
    public string Language => language;

    public string Title => T("Farmacia y dispensación", "Pharmacy and dispensing");

    public string Lead => T(
        "Entra un lote, sale el lote correcto y nada se pierde. Esta es la API: todo lo que hay está en esta página.",
        "A lot comes in, the right lot goes out, nothing is ever lost. This is the API: all there is, is on this page.");

    public string Skip => T("Ir al contenido", "Skip to content");

    public string LanguageLabel => T("Idioma", "Language");

    public string Health => T("Estado", "Health");

    public string Codes => T("Códigos de error", "Error codes");

    public string DemoTitle => T("Personas de demostración", "Demo people");

    public string DemoProofs => T(
        "Los PIN y las credenciales de las entregas también son de demostración y solo existen en Development:",
        "PINs and badges for hand-overs are for demonstration too and exist in Development only:");

    public string[] DemoHeadings => language == Languages.Spanish ? ["Usuario", "Nombre", "PIN", "Credencial"] : ["Sign-in name", "Name", "PIN", "Badge"];

    public string DemoText => T(
        "Este servidor corre en Development. Existen una clínica y personas de demostración; todas usan la contraseña",
        "This server runs in Development. A demo clinic and demo people exist; all of them use the password");

    public string StateTitle => T("Cómo está", "How it stands");

    public string JobsLabel => T("Tareas", "Jobs");

    public string JobsLate => T(
        "Nadie ejecuta algunas tareas: las reservas no vencen y los avisos no salen. Inicie Clinic.Worker o configure Clinic:RunJobs.",
        "Nobody runs some of the jobs: reservations do not expire and notices do not leave. Start Clinic.Worker or set Clinic:RunJobs.");

    public string[] JobHeadings => language == Languages.Spanish
        ? ["Tarea", "Última vez", "Duró", "Hizo", "Situación"]
        : ["Job", "Last run", "Took", "Did", "Standing"];

    public string Never => T("nunca", "never");

    public string Late => T("atrasada", "late");

    public string OnTime => T("al día", "on time");

    public string BeginTitle => T("Para empezar", "To begin");

    public string BeginText => T(
        "Inicie sesión y use el token. Cada cambio lleva un Idempotency-Key (UUID): repetir la solicitud no cambia nada dos veces. Los mensajes salen en español o inglés según Accept-Language.",
        "Sign in and use the token. Every change carries an Idempotency-Key (UUID): repeating the request changes nothing twice. Messages are in Spanish or English by Accept-Language.");

    public string RoutesTitle => T("Rutas", "Routes");

    public string RoutesText => T(
        "Leer puede toda persona con sesión; cambiar, quien tenga el rol y pertenezca al departamento.",
        "Every signed-in person may read; changing takes the role and belonging to the department.");

    public string[] RouteHeadings => language == Languages.Spanish ? ["Método", "Ruta", "Qué hace", "Quién"] : ["Method", "Route", "What it does", "Who"];

    public string Everybody => T("todos", "everybody");

    public string SignedIn => T("con sesión", "signed in");

    public string Footer => T("Licencia MIT. Sin datos de pacientes en registros ni métricas.", "MIT licence. No patient data in logs or metrics.");

    public string Check(string name) => name switch
    {
        "database" => T("Base de datos", "Database"),
        "jobs" => T("Tareas", "Jobs"),
        _ => name,
    };

    public string Status(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => T("bien", "good"),
        HealthStatus.Degraded => T("con reparos", "degraded"),
        _ => T("mal", "bad"),
    };

    public string Ago(Duration past)
    {
        var (count, spanish, english) = past.TotalSeconds switch
        {
            < 60 => ((int)Math.Max(0, past.TotalSeconds), "s", "s"),
            < 3600 => ((int)past.TotalMinutes, "min", "min"),
            < 86400 => ((int)past.TotalHours, "h", "h"),
            _ => ((int)past.TotalDays, "días", "days"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{T("hace ", "")}{count} {T(spanish, english)}{T("", " ago")}");
    }

    public string DidFailed(int done, int failed) => string.Create(CultureInfo.InvariantCulture, $"{done}, {failed} {T("fallaron", "failed")}");

    public string Role(Role role) => language != Languages.Spanish ? JsonNamingPolicy.CamelCase.ConvertName(role.ToString()) : role switch
    {
        Abstractions.Role.Pharmacist => "farmacéutico",
        Abstractions.Role.Auxiliary => "auxiliar",
        Abstractions.Role.Nurse => "enfermería",
        Abstractions.Role.Physician => "médico",
        Abstractions.Role.Reception => "recepción",
        Abstractions.Role.Cashier => "caja",
        Abstractions.Role.Supervisor => "supervisor",
        Abstractions.Role.Auditor => "auditor",
        Abstractions.Role.Administrator => "administrador",
        Abstractions.Role.Assistant => "asistente",
        _ => "sistema",
    };

    public string Tag(string tag) => language != Languages.Spanish ? tag : tag switch
    {
        "Sign-in" => "Inicio de sesión",
        "Catalogue" => "Catálogo",
        "Receiving" => "Recepción de mercadería",
        "Stock" => "Existencias",
        "Lots" => "Lotes",
        "Transfers" => "Traslados",
        "Reservations" => "Reservas",
        "Requests" => "Solicitudes",
        "Preparation" => "Preparación",
        "Hand-over" => "Entrega",
        "Use" => "Uso, devoluciones y desechos",
        "Closing" => "Cierre y casos",
        "Checklists" => "Listas de solicitud",
        "Patients" => "Pacientes",
        "Spoken" => "Órdenes habladas",
        "Me" => "Yo",
        "Places" => "Lugares",
        "People" => "Personas",
        "Installation" => "Instalación",
        _ => tag,
    };

    public string Summary(string method, string pattern, string english) =>
        language == Languages.Spanish ? SpanishSummaries.Of(method, pattern) ?? english : english;

    private string T(string spanish, string english) => language == Languages.Spanish ? spanish : english;
}
