"""The screen: a Streamlit page over the tables that geodata builds."""
