global using Clinic.Guards;
global using DomainException = Clinic.EmergencyBilling.EmergencyBillingException;
global using DomainRules = Clinic.EmergencyBilling.EmergencyBillingRules;
