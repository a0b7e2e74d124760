/// <summary>A consultation that was written for this project (CC0); nobody ever said it.</summary>
internal static class Visits
{
    public const string Throat = """
        Doctor: Buenos días, señora Rosa, pase y siéntese. ¿Qué la trae por aquí hoy?
        Paciente: Buenos días doctora, vengo por un dolor de garganta muy fuerte.
        Doctor: ¿Desde cuándo lo tiene?
        Paciente: Desde hace tres días, no, perdón, cuatro días, empezó el jueves por la noche.
        Doctor: ¿Ha tenido fiebre?
        Paciente: Sí, anoche tuve treinta y ocho punto cinco.
        Doctor: ¿Tos o dificultad para respirar?
        Paciente: No, nada de eso.
        Doctor: ¿Es alérgica a algún medicamento?
        Paciente: Sí, a la penicilina, me salen ronchas.
        Doctor: ¿Toma alguna medicina de forma habitual?
        Paciente: Losartán de cincuenta miligramos una vez al día, para la presión.
        Doctor: Vamos a explorarla. La faringe está muy roja y las amígdalas tienen exudado. Los pulmones están limpios, sin sibilancias.
        Doctor: Lo que tiene es una amigdalitis aguda, probablemente bacteriana.
        Doctor: Como es alérgica a la penicilina, le voy a recetar azitromicina de quinientos miligramos una vez al día durante tres días, y paracetamol un gramo cada ocho horas si hay fiebre.
        Doctor: Si no mejora en cuarenta y ocho horas, regrese a consulta.
        Paciente: Muy bien, muchas gracias doctora.
        """;
}
